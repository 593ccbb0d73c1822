'use client';

import { ActionIcon, CopyButton, Group, Text } from '@mantine/core';
import { Check, Copy } from 'lucide-react';

/** A code that staff paste elsewhere. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      <Text size="xs" ff="monospace" truncate title={text}>
        {text}
      </Text>
      <CopyIcon label={label} text={text} />
    </Group>
  );
}

export function CopyIcon({ label, text }: { label: string; text: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          color={copied ? 'teal' : 'gray'}
          size="sm"
          onClick={copy}
          aria-label={copied ? `Copied the ${label}` : `Copy the ${label}`}
        >
          {copied ? <Check size={14} /> : <Copy size={14} />}
        </ActionIcon>
      )}
    </CopyButton>
  );
}
