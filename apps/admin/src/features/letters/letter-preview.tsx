'use client';

import { Button, Code, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import classes from './letters.module.css';

const widths = [
  { value: 'desktop', label: 'Desktop' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Plain text' },
];
const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** One letter as mailboxes show it: wide, narrow, dark, and without any form. */
export function LetterPreview({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const letter = useQuery(trpc.orders.letters.preview.queryOptions({ id }));
  const [view, setView] = useState('desktop');
  const [scheme, setScheme] = useState('light');
  return (
    <Section title={name} aside={<SendSample id={id} />}>
      {letter.isPending && <Skeleton h={420} />}
      {letter.isError && <ErrorState error={letter.error} onRetry={() => void letter.refetch()} />}
      {letter.data !== undefined && (
        <Stack>
          <div>
            <Text size="sm" fw={600}>
              {letter.data.subject}
            </Text>
            <Text size="sm" c="dimmed">
              {letter.data.preview}
            </Text>
          </div>
          <Group justify="space-between" gap="xs">
            <SegmentedControl data={widths} value={view} onChange={setView} size="xs" aria-label="Form" />
            {view !== 'text' && (
              <SegmentedControl
                data={schemes}
                value={scheme}
                onChange={setScheme}
                size="xs"
                aria-label="Colours"
              />
            )}
          </Group>
          {view === 'text' ? (
            <Code block className={classes.text}>
              {letter.data.text}
            </Code>
          ) : (
            <div className={classes.desk} data-scheme={scheme}>
              <iframe
                // Styles only: nothing in a letter runs, and its links open elsewhere.
                sandbox="allow-popups"
                title={`${name}, as a mailbox shows it`}
                srcDoc={inScheme(letter.data.html, scheme)}
                className={classes.frame}
                data-view={view}
              />
            </div>
          )}
        </Stack>
      )}
    </Section>
  );
}

const darkRules = /@media \(prefers-color-scheme: dark\)/gu;

/** The letter as in a mailbox of that scheme, whatever the scheme of this page. */
function inScheme(html: string, scheme: string): string {
  const links = html.replace('<head>', '<head><base target="_blank">');
  return links.replaceAll(darkRules, scheme === 'dark' ? '@media all' : '@media not all');
}

function SendSample({ id }: { id: string }) {
  const trpc = useTRPC();
  const send = useMutation(
    trpc.orders.letters.sendSample.mutationOptions({
      onSuccess: ({ to }) => toastDone('On its way', `The letter goes to ${to}.`),
      onError: (error) => toastProblem('This could not be sent', sentenceFor(error)),
    }),
  );
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Send size={14} aria-hidden />}
      loading={send.isPending}
      onClick={() => send.mutate({ id, idempotencyKey: createIdempotencyKey() })}
    >
      Send me a test
    </Button>
  );
}
