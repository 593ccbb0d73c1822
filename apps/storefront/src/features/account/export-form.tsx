'use client';

import { Button, ButtonLink, buttonStyle } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { formatMoment } from '@/lib/format.ts';
import { initialForm } from './own-form-state.ts';
import { askForExport } from './privacy-actions.ts';
import type { Privacy } from './privacy-queries.ts';

const signInAgain = `/sign-in?again=1&next=${encodeURIComponent('/account/privacy')}`;

export function ExportForm({ privacy, idempotencyKey }: { privacy: Privacy; idempotencyKey: string }) {
  const { state, pending, formProps } = useFormAction(askForExport, initialForm(idempotencyKey));
  const last = privacy.export;
  const isUnderWay = last?.status === 'waiting' || last?.status === 'running';
  return (
    <div className="space-y-4">
      <div role="status" aria-live="polite" className="empty:hidden">
        {state.outcome === 'failed' && !pending && <Notice tone="bad">{state.message}</Notice>}
        {isUnderWay && <Notice>We are gathering your data and write to you when it is ready.</Notice>}
      </div>
      {last?.status === 'done' && last.expiresAt !== null && (
        <div className="space-y-2">
          <a href={`/api/privacy/exports/${last.id}`} download className={buttonStyle('primary')}>
            Download my data
          </a>
          <p className="text-muted text-sm">
            As it was on {formatMoment(last.requestedAt)}. Here until {formatMoment(last.expiresAt)}.
          </p>
        </div>
      )}
      {!isUnderWay && privacy.mustSignInAgain && (
        <SignInAgain what="To ask for a file, please sign in once more: it tells a lot about you." />
      )}
      {!isUnderWay && !privacy.mustSignInAgain && (
        <form {...formProps}>
          <input type="hidden" name="key" value={state.key} />
          <Button look="secondary" pending={pending} pendingLabel="One moment…">
            {last === null ? 'Ask for my data' : 'Ask for a new file'}
          </Button>
        </form>
      )}
    </div>
  );
}

export function SignInAgain({ what }: { what: string }) {
  return (
    <div className="space-y-3">
      <p className="text-muted text-sm">{what}</p>
      <ButtonLink href={signInAgain} look="secondary">
        Sign in again
      </ButtonLink>
    </div>
  );
}
