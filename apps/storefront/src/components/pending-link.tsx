'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';
import { ProgressBar } from './progress-bar.tsx';

/** A link that shows a thin bar at the top of the window while its page is on the way. */
export function PendingLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link {...rest} prefetch={rest.prefetch ?? false}>
      {children}
      <LinkProgress />
    </Link>
  );
}

function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <ProgressBar /> : null;
}
