'use client';

import { Button, Code, EmptyState, Text } from '@mantine/core';
import { CloudOff, RotateCw } from 'lucide-react';
import { failureFor, messages } from '../lib/messages.ts';

interface ErrorStateProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A request failed: what that means, and the way out. */
export function ErrorState({ error, title = 'This could not be loaded', onRetry }: ErrorStateProps) {
  const { code, requestId } = failureFor(error);
  return (
    <EmptyState
      role="alert"
      variant="light"
      color="red"
      size="sm"
      py={56}
      px="md"
      icon={<CloudOff size={24} aria-hidden />}
      title={title}
      description={messages[code]}
    >
      {requestId !== null && (
        <Text size="xs" c="dimmed" ta="center">
          Reference <Code>{requestId}</Code>
        </Text>
      )}
      {onRetry && (
        <EmptyState.Actions>
          <Button variant="default" leftSection={<RotateCw size={16} />} onClick={onRetry}>
            Try again
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
