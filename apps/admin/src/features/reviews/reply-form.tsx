'use client';

import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { StaffReview } from './review.ts';

interface ReplyFormProps {
  readonly review: StaffReview;
  readonly onClose: () => void;
}

/** The shop's public answer, written below the review. */
export function ReplyForm({ review, onClose }: ReplyFormProps) {
  const { save, pending, problem } = useReply(review, onClose);
  const [text, setText] = useState(review.reply ?? '');
  const reply = text.trim();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reply !== '') save(reply);
      }}
    >
      <Stack gap="xs" mt="sm">
        <Problem sentence={problem} />
        <Textarea
          label="Your public answer"
          placeholder="Thank you for telling us…"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          ref={field}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <Group gap="xs" justify="flex-end">
          {review.reply !== null && (
            <Button variant="subtle" color="red" size="xs" disabled={pending} onClick={() => save(null)}>
              Take away
            </Button>
          )}
          <Button variant="default" size="xs" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" size="xs" loading={pending} disabled={reply === '' || reply === review.reply}>
            Publish answer
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useReply(review: StaffReview, onClose: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const write = useMutation(
    trpc.products.staff.reviews.reply.mutationOptions({
      onSuccess: ({ reply }) => {
        onClose();
        toastDone(reply === null ? 'Answer taken away' : 'Answer saved', 'It is shown with the review.');
      },
      onError: (error) => setProblem(sentenceFor(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.products.staff.reviews.list.queryFilter()),
    }),
  );
  return {
    save: (reply: string | null) =>
      write.mutate({ id: review.id, version: review.version, reply, idempotencyKey: createIdempotencyKey() }),
    pending: write.isPending,
    problem,
  };
}
