import type { ApiFailure } from '@turing/client';
import { errorCodes } from '@turing/domain';
import { CloudOff, ListRestart } from 'lucide-react';
import { notFound } from 'next/navigation';
import { messageOf, referenceOf } from '@/lib/messages.ts';
import { ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { RetryButton } from './retry-button.tsx';

/** The whole page when the API refused or did not answer. What does not exist becomes the shop's own 404. */
export function FailureState({ failure }: { failure: ApiFailure }) {
  const kind =
    failure.code in errorCodes ? errorCodes[failure.code as keyof typeof errorCodes] : 'unavailable';
  if (kind === 'notFound') notFound();
  const reference = referenceOf(failure);
  const ours = kind === 'unavailable' || kind === 'limited';
  return (
    <div className="page">
      <EmptyState
        level={1}
        icon={ours ? CloudOff : ListRestart}
        title={ours ? 'We will be right back' : 'That did not work'}
        actions={
          <>
            <RetryButton />
            <ButtonLink href="/" look="secondary">
              Go to the front page
            </ButtonLink>
          </>
        }
      >
        <p>{messageOf(failure)}</p>
        {reference !== null && <p className="text-sm">Reference: {reference}</p>}
      </EmptyState>
    </div>
  );
}
