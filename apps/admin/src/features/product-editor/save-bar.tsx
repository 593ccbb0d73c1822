'use client';

import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import classes from './save-bar.module.css';

interface SaveBarProps {
  /** What is unsaved: `3 fields`. */
  readonly unsaved: string;
  readonly saving: boolean;
  /** A sentence that stops the save. */
  readonly problem?: string | null;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Stays at the foot of the window while something is unsaved. */
export function SaveBar({ unsaved, saving, problem = null, onSave, onDiscard }: SaveBarProps) {
  useHotkeys([['mod+S', () => onSave()]], []);
  return (
    <div className={classes.bar} role="region" aria-label="Unsaved changes">
      <Text size="sm" c={problem === null ? undefined : 'var(--mantine-color-error)'} role="status" flex={1}>
        {problem ?? `Unsaved changes: ${unsaved}`}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={onDiscard} disabled={saving}>
          Discard
        </Button>
        <Button onClick={onSave} loading={saving}>
          Save
        </Button>
      </Group>
    </div>
  );
}
