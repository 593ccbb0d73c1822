'use client';

import { useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';

export type FoundOrder = RouterOutputs['orders']['staff']['list']['items'][number];

const none: FoundOrder[] = [];

/** Orders that match what was typed, from two characters on; `#1001` finds 1001. */
export function useOrderSearch(typed: string): { orders: FoundOrder[]; searching: boolean } {
  const trpc = useTRPC();
  const query = typed.replace(/^#/u, '');
  const enabled = useStaff().permissions.includes('orders:read') && query.length >= 2;
  const found = useQuery(trpc.orders.staff.list.queryOptions({ query, limit: 6 }, { enabled }));
  return { orders: enabled ? (found.data?.items ?? none) : none, searching: found.isFetching };
}
