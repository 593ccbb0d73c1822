'use client';

import { useMediaQuery } from '@mantine/hooks';

/** Whether lists are shown as cards: a table would have to be scrolled sideways. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 48em)') ?? false;
}
