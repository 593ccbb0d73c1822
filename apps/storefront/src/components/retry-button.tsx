'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from './button.tsx';

export function RetryButton() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Button type="button" pending={pending} onClick={() => startTransition(() => router.refresh())}>
      Try again
    </Button>
  );
}
