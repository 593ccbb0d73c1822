'use client';

import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { BulkBar } from './bulk-bar.tsx';
import { type ReviewStatus, type StaffReview, stepFrom } from './review.ts';
import { ReviewItem } from './review-item.tsx';
import { useModeration } from './use-moderation.ts';

interface ReviewQueueProps {
  readonly reviews: readonly StaffReview[];
  readonly status: ReviewStatus;
}

/** One page of reviews, judged by pointer or by keyboard. */
export function ReviewQueue({ reviews, status }: ReviewQueueProps) {
  const ids = reviews.map(({ id }) => id);
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [replying, setReplying] = useState<string | null>(null);
  const { judge, pending } = useModeration((judged) => {
    setChosen(new Set([...chosen].filter((id) => !judged.includes(id))));
    const left = ids.filter((id) => !judged.includes(id));
    if (current !== null && !left.includes(current))
      setCurrent(left[Math.min(ids.indexOf(current), left.length - 1)] ?? null);
  });
  const selected = reviews.filter(({ id }) => chosen.has(id));
  const at = reviews.find(({ id }) => id === current);

  function choose(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  useHotkeys([
    ['j', () => setCurrent(stepFrom(ids, current, 1))],
    ['k', () => setCurrent(stepFrom(ids, current, -1))],
    ['a', () => at !== undefined && at.status !== 'approved' && judge('approve', [at])],
    ['r', () => at !== undefined && at.status !== 'rejected' && judge('reject', [at])],
    ['e', () => setReplying(current)],
    ['x', () => current !== null && choose(current)],
  ]);

  return (
    <>
      <BulkBar
        status={status}
        chosen={selected.length}
        shown={reviews.length}
        busy={pending}
        onChooseAll={() => setChosen(new Set(selected.length === reviews.length ? [] : ids))}
        onJudge={(verdict) => judge(verdict, selected)}
      />
      {reviews.map((review) => (
        <ReviewItem
          key={review.id}
          review={review}
          current={review.id === current}
          chosen={chosen.has(review.id)}
          replying={review.id === replying}
          busy={pending}
          onCurrent={() => setCurrent(review.id)}
          onChoose={() => choose(review.id)}
          onReply={(open) => setReplying(open ? review.id : null)}
          onJudge={(verdict) => judge(verdict, [review])}
        />
      ))}
    </>
  );
}
