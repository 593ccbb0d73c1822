import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

interface OutdatedProps {
  readonly when: boolean;
  readonly children: ReactNode;
}

/** The former page of a list while the next one is on its way: dimmed, and what was opened in it stays open. */
export function Outdated({ when, children }: OutdatedProps) {
  return (
    <Box aria-busy={when} opacity={when ? 0.6 : 1}>
      {children}
    </Box>
  );
}
