'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createApiClient } from '@turing/client';
import { type ReactNode, useState } from 'react';
import { TRPCProvider } from './api.ts';
import { entrances } from './entrances.ts';
import { createQueryClient } from './query-client.ts';
import { signInPath } from './safe-next.ts';

// A full navigation: nothing of the ended session stays in memory.
function leaveForSignIn(): void {
  const { pathname, search } = window.location;
  if (!entrances.has(pathname)) window.location.replace(signInPath(`${pathname}${search}`, { ended: true }));
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => createQueryClient(leaveForSignIn));
  const [apiClient] = useState(() => createApiClient({ url: '/api/trpc' }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={apiClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
