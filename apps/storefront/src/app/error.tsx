'use client';

import { CloudOff } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

/** Our own defects end here; failures of the API have their own page. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <div className="page">
      <EmptyState
        level={1}
        icon={CloudOff}
        title="Something broke on our side"
        actions={
          <>
            <Button type="button" onClick={() => retry()}>
              Try again
            </Button>
            <ButtonLink href="/" look="secondary">
              Go to the front page
            </ButtonLink>
          </>
        }
      >
        <p>Nothing you did. Your cart is as you left it.</p>
        {error.digest !== undefined && <p className="text-sm">Reference: {error.digest}</p>}
      </EmptyState>
    </div>
  );
}
