'use client';

import { Anchor, Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import { BadgeCheck, Check, MessageSquareReply, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Ago } from '../../components/moment.tsx';
import { ReplyForm } from './reply-form.tsx';
import type { StaffReview } from './review.ts';
import classes from './reviews.module.css';
import { Stars } from './stars.tsx';

export interface ReviewItemProps {
  readonly review: StaffReview;
  /** Whether the keyboard is at this one. */
  readonly current: boolean;
  readonly chosen: boolean;
  readonly replying: boolean;
  readonly busy: boolean;
  readonly onCurrent: () => void;
  readonly onChoose: () => void;
  readonly onReply: (open: boolean) => void;
  readonly onJudge: (verdict: 'approve' | 'reject') => void;
}

export function ReviewItem(props: ReviewItemProps) {
  const { review, current, chosen, replying, onCurrent, onChoose, onReply } = props;
  const item = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <article
      ref={item}
      className={classes.item}
      data-current={current || undefined}
      aria-label={`Review by ${review.authorName}`}
      onFocusCapture={onCurrent}
      onPointerDown={onCurrent}
    >
      <Checkbox
        aria-label={`Choose the review by ${review.authorName}`}
        checked={chosen}
        onChange={onChoose}
        mt={2}
      />
      <div style={{ minWidth: 0 }}>
        <ReviewHead review={review} />
        <Text fw={600} size="sm" mt={6}>
          {review.title}
        </Text>
        <Text size="sm" className={classes.text}>
          {review.body}
        </Text>
        {review.reply !== null && !replying && (
          <div className={classes.reply}>
            <Text size="xs" c="dimmed" fw={500}>
              Your answer
            </Text>
            <Text size="sm" className={classes.text}>
              {review.reply}
            </Text>
          </div>
        )}
        {replying ? (
          <ReplyForm review={review} onClose={() => onReply(false)} />
        ) : (
          <ReviewActions {...props} />
        )}
      </div>
    </article>
  );
}

function ReviewHead({ review }: { review: StaffReview }) {
  const { rating, authorName, verified, createdAt, productId, productName, customerEmail } = review;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} href={`/products/${productId}`} size="sm" fw={500}>
          {productName}
        </Anchor>
        <Group gap={8} mt={2}>
          <Stars rating={rating} />
          <Text size="xs" c="dimmed">
            {authorName}
            {customerEmail === null ? '' : ` · ${customerEmail}`} · <Ago at={createdAt} />
          </Text>
        </Group>
      </div>
      {verified && (
        <Badge size="sm" color="teal" leftSection={<BadgeCheck size={12} aria-hidden />}>
          Bought here
        </Badge>
      )}
    </Group>
  );
}

function ReviewActions({ review, busy, onReply, onJudge }: ReviewItemProps) {
  const { status, reply, moderatorName, moderatedAt } = review;
  return (
    <Group gap={6} mt="sm">
      {status !== 'approved' && (
        <Button
          size="xs"
          px={10}
          variant="light"
          leftSection={<Check size={15} />}
          disabled={busy}
          onClick={() => onJudge('approve')}
        >
          Approve
        </Button>
      )}
      {status !== 'rejected' && (
        <Button
          size="xs"
          px={10}
          variant="default"
          leftSection={<X size={15} />}
          disabled={busy}
          onClick={() => onJudge('reject')}
        >
          Reject
        </Button>
      )}
      <Button
        size="xs"
        px={10}
        variant="subtle"
        color="gray"
        leftSection={<MessageSquareReply size={15} />}
        onClick={() => onReply(true)}
      >
        {reply === null ? 'Answer' : 'Edit answer'}
      </Button>
      {moderatedAt !== null && (
        <Text size="xs" c="dimmed">
          {status === 'approved' ? 'Approved' : 'Rejected'}
          {moderatorName === null ? '' : ` by ${moderatorName}`} <Ago at={moderatedAt} />
        </Text>
      )}
    </Group>
  );
}
