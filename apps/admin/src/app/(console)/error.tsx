'use client';

import { ErrorState } from '../../components/error-state.tsx';

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorState error={error} title="This page stopped working" onRetry={retry} />;
}
