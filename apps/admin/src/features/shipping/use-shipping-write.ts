'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';

/** What follows on each change of zones and methods: everything that shows them asks again. */
export function useShippingRefresh(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries(trpc.orders.staff.shipping.pathFilter());
}
