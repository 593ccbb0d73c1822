'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from './api.ts';
import { refusalOf } from './refusal.ts';
import { toastDone } from './toast.tsx';

/** What follows on each change of gift cards and store credit: everything about them is loaded again. */
export function useCreditWrite(onClose: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);

  function refresh(): void {
    void queryClient.invalidateQueries(trpc.orders.credit.staff.pathFilter());
  }

  function done(title: string, message: string): void {
    refresh();
    toastDone(title, message);
    onClose();
  }

  function failed(error: unknown): void {
    const sentence = refusalOf(error, refresh);
    setProblem(sentence);
    if (sentence === null) onClose();
  }

  return { problem, done, failed, refresh };
}
