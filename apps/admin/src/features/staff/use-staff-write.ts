'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { refusalOf, toastRefusal } from '../../lib/refusal.ts';

/** What follows on each change of who works here. */
export function useStaffWrite() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  async function refresh(): Promise<void> {
    await Promise.all([
      queryClient.invalidateQueries(trpc.customers.staff.members.pathFilter()),
      queryClient.invalidateQueries(trpc.customers.staff.invitations.pathFilter()),
    ]);
  }

  return {
    refresh,
    /** For forms: the sentence to show; null when a toast has said it. */
    refusal: (error: unknown) => refusalOf(error, () => void refresh()),
    /** For buttons. */
    toast: (error: unknown) => toastRefusal(error, () => void refresh()),
  };
}
