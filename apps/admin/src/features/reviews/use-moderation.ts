'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { StaffReview } from './review.ts';

type Verdict = 'approve' | 'reject';

interface Moderation {
  readonly judge: (verdict: Verdict, reviews: readonly StaffReview[]) => void;
  readonly pending: boolean;
}

const done = { approve: 'approved', reject: 'rejected' } as const;

/** Approves and rejects; `onJudged` hears which reviews left the list. */
export function useModeration(onJudged: (ids: readonly string[]) => void): Moderation {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries(trpc.products.staff.reviews.pathFilter());

  function after(verdict: Verdict) {
    return {
      onSuccess: (judged: readonly { id: string }[]) => {
        onJudged(judged.map(({ id }) => id));
        toastDone(
          `${count(judged.length, 'review')} ${done[verdict]}`,
          'The product’s rating follows at once.',
        );
        void reload();
      },
      onError: (error: unknown) => {
        void reload();
        const changed = failureFor(error).code === 'VERSION_CONFLICT';
        toastProblem(
          changed ? 'A review has changed' : `Nothing was ${done[verdict]}`,
          changed ? messages.VERSION_CONFLICT : sentenceFor(error),
        );
      },
    };
  }

  const approve = useMutation(trpc.products.staff.reviews.approveMany.mutationOptions(after('approve')));
  const reject = useMutation(trpc.products.staff.reviews.rejectMany.mutationOptions(after('reject')));
  const pending = approve.isPending || reject.isPending;

  function judge(verdict: Verdict, reviews: readonly StaffReview[]): void {
    if (reviews.length === 0 || pending) return;
    const input = {
      reviews: reviews.map(({ id, version }) => ({ id, version })),
      idempotencyKey: createIdempotencyKey(),
    };
    if (verdict === 'approve') approve.mutate(input);
    else reject.mutate(input);
  }

  return { judge, pending };
}
