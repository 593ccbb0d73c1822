'use client';

import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';

/** Both icons are in the page and the stylesheet shows one, so the first paint is right before scripts run. */
export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  return (
    <Tooltip label="Switch theme">
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Switch between light and dark theme"
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        <Moon size={17} className="mantine-dark-hidden" />
        <Sun size={17} className="mantine-light-hidden" />
      </ActionIcon>
    </Tooltip>
  );
}
