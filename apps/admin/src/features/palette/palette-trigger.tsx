'use client';

import { Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { paletteControls } from './palette-store.ts';
import classes from './palette.module.css';

export function PaletteTrigger() {
  return (
    <UnstyledButton
      className={classes.trigger}
      onClick={paletteControls.open}
      aria-keyshortcuts="Meta+K Control+K"
    >
      <Search size={16} aria-hidden />
      <Text size="sm" truncate className={classes.triggerLabel}>
        Find an order or a page
      </Text>
      <Group gap={4} visibleFrom="sm" wrap="nowrap" aria-hidden>
        <Kbd size="xs">⌘</Kbd>
        <Kbd size="xs">K</Kbd>
      </Group>
    </UnstyledButton>
  );
}
