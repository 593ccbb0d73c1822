import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <div className="page">
      <EmptyState
        level={1}
        icon={Compass}
        title="There is nothing here"
        actions={
          <>
            <ButtonLink href="/">Go to the front page</ButtonLink>
            <ButtonLink href="/products" look="secondary">
              Browse everything
            </ButtonLink>
          </>
        }
      >
        <p>
          The page may have moved, or what it showed is no longer sold. The search above knows everything we
          have.
        </p>
      </EmptyState>
    </div>
  );
}
