'use client';

import type { RouterOutputs } from '@turing/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { openBulkOutcomes } from './bulk-outcomes.tsx';
import type { ChosenOrder } from './use-order-selection.ts';

type Outcomes = RouterOutputs['orders']['staff']['bulk']['ship'];
type Part = Readonly<{ orders: { id: string; version: number }[]; idempotencyKey: string }>;

const mostAtOnce = 100;

export interface BulkOrders {
  readonly run: (change: (part: Part) => Promise<Outcomes>) => void;
  readonly pending: boolean;
  /** Orders dealt with so far. */
  readonly done: number;
  readonly problem: string | null;
}

/** Does one thing to many orders, a hundred at a time; again after a failure, only what is left is done. */
export function useBulkOrders(orders: readonly ChosenOrder[], onDone: () => void): BulkOrders {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [key] = useState(createIdempotencyKey);
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: async (change: (part: Part) => Promise<Outcomes>) => {
      const outcomes: Outcomes['outcomes'][number][] = [];
      for (let at = 0; at < orders.length; at += mostAtOnce) {
        const part = orders.slice(at, at + mostAtOnce).map(({ id, version }) => ({ id, version }));
        outcomes.push(...(await change({ orders: part, idempotencyKey: `${key}-${at}` })).outcomes);
        setDone(outcomes.length);
      }
      return outcomes;
    },
    onSuccess: (outcomes) => {
      onDone();
      const failed = outcomes.filter((outcome) => !outcome.done);
      if (failed.length === 0) toastDone('Done', `${count(outcomes.length, 'order')} changed.`);
      else openBulkOutcomes(orders, outcomes);
    },
    onSettled: () => queryClient.invalidateQueries(trpc.orders.staff.pathFilter()),
  });
  return {
    run: mutation.mutate,
    pending: mutation.isPending,
    done,
    problem: mutation.isError ? sentenceFor(mutation.error) : null,
  };
}
