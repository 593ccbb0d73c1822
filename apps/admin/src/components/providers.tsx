'use client';

import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { ApiProvider } from '../lib/api-provider.tsx';
import { cssVariablesResolver, theme } from '../lib/theme.ts';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ApiProvider>
        <ModalsProvider>
          {children}
          <Notifications position="top-center" limit={4} />
        </ModalsProvider>
      </ApiProvider>
    </MantineProvider>
  );
}
