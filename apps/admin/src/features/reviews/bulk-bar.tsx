import { Button, Checkbox, Kbd } from '@mantine/core';
import { Check, X } from 'lucide-react';
import type { ReviewStatus } from './review.ts';
import classes from './reviews.module.css';

interface BulkBarProps {
  readonly status: ReviewStatus;
  readonly chosen: number;
  readonly shown: number;
  readonly busy: boolean;
  readonly onChooseAll: () => void;
  readonly onJudge: (verdict: 'approve' | 'reject') => void;
}

/** What is done with all chosen reviews; the keys do it one by one. */
export function BulkBar({ status, chosen, shown, busy, onChooseAll, onJudge }: BulkBarProps) {
  return (
    <div className={classes.bulk}>
      <Checkbox
        label={chosen === 0 ? 'Choose all' : `${chosen} chosen`}
        checked={chosen === shown}
        indeterminate={chosen > 0 && chosen < shown}
        onChange={onChooseAll}
      />
      {chosen > 0 && status !== 'approved' && (
        <Button size="xs" leftSection={<Check size={15} />} loading={busy} onClick={() => onJudge('approve')}>
          Approve {chosen}
        </Button>
      )}
      {chosen > 0 && status !== 'rejected' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<X size={15} />}
          loading={busy}
          onClick={() => onJudge('reject')}
        >
          Reject {chosen}
        </Button>
      )}
      <span className={classes.hint}>
        <Kbd>J</Kbd> <Kbd>K</Kbd> next and back, <Kbd>A</Kbd> approve, <Kbd>R</Kbd> reject, <Kbd>E</Kbd>{' '}
        answer, <Kbd>X</Kbd> choose
      </span>
    </div>
  );
}
