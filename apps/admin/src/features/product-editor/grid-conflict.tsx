'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { GitMerge } from 'lucide-react';
import { count } from '../../lib/format.ts';
import type { VariantGridState } from './use-variant-grid.ts';

/** Somebody saved cells that were typed into here: both texts, and the two ways to go on. */
export function GridConflict({ grid }: { grid: VariantGridState }) {
  const { base, latest, overlaps } = grid;
  if (latest === null) return null;
  const shown = overlaps.slice(0, 8);
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<GitMerge size={18} />}
      title={`You edited version ${base.version}; the product is at version ${latest.version} by now`}
    >
      <Text size="sm">
        Nothing you typed is lost. {count(overlaps.length, 'cell')} of yours{' '}
        {overlaps.length === 1 ? 'was' : 'were'} changed by somebody else too:
      </Text>
      <ul>
        {shown.map(({ variant, column, mine, theirs }) => (
          <li key={`${variant.id} ${column}`}>
            <Text size="sm" span>
              {column === 'mediaId'
                ? `The picture of ${variant.name}`
                : `${column.replace(':', ', ')} of ${variant.name}: yours is “${mine}”, saved by now is “${theirs}”`}
            </Text>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button onClick={grid.keepMine}>Keep mine on version {latest.version}</Button>
        <Button variant="default" onClick={grid.discard}>
          Discard mine
        </Button>
      </Group>
    </Alert>
  );
}
