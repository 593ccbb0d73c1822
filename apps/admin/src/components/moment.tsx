'use client';

import { Text, Tooltip } from '@mantine/core';
import { formatDateTime, formatRelative } from '../lib/format.ts';

/** When something happened: exact, and how long ago beneath. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      <Text span display="block" size="sm" className="tabular">
        {formatDateTime(at)}
      </Text>
      <Text span display="block" size="xs" c="dimmed">
        {formatRelative(at)}
      </Text>
    </time>
  );
}

/** When something happened, in a sentence: how long ago, exact on hover. */
export function Ago({ at }: { at: string }) {
  return (
    <Tooltip label={formatDateTime(at)}>
      <time dateTime={at}>{formatRelative(at)}</time>
    </Tooltip>
  );
}
