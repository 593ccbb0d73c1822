'use client';

import { Alert, Button, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Check, Copy, Download, LifeBuoy } from 'lucide-react';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly done: string;
  readonly onDone: () => void;
}

/** Shown once, when they are made. */
export function RecoveryCodes({ codes, done, onDone }: RecoveryCodesProps) {
  const text = codes.join('\n');
  return (
    <Stack>
      <Alert color="brand" icon={<LifeBuoy size={18} />} title="Keep your recovery codes">
        Each signs you in once when your phone is lost. They are shown this once.
      </Alert>
      <SimpleGrid cols={2} spacing="xs" aria-label="Recovery codes" role="list">
        {codes.map((code) => (
          <Text key={code} ff="monospace" size="sm" ta="center" role="listitem">
            {code}
          </Text>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`data:text/plain,${encodeURIComponent(text)}`}
          download="recovery-codes.txt"
          variant="default"
          size="xs"
          leftSection={<Download size={14} />}
        >
          Download
        </Button>
      </Group>
      <Button onClick={onDone}>{done}</Button>
    </Stack>
  );
}
