'use client';

import { Center } from '@mantine/core';
import { ErrorState } from '../components/error-state.tsx';

export default function AppError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Center component="main" mih="100dvh">
      <ErrorState error={error} title="The console stopped working" onRetry={retry} />
    </Center>
  );
}
