'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { refusalOf, toastRefusal } from '../../lib/refusal.ts';

/** What follows on each change of a role. */
export function useRoleWrite() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.customers.staff.roles.pathFilter());
  return {
    refresh,
    /** For forms: the sentence to show; null when a toast has said it. */
    refusal: (error: unknown) => refusalOf(error, () => void refresh()),
    /** For buttons. */
    toast: (error: unknown) => toastRefusal(error, () => void refresh()),
  };
}
