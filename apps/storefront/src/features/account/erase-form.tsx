'use client';

import { Button } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { formatMoment } from '@/lib/format.ts';
import { SignInAgain } from './export-form.tsx';
import { initialForm } from './own-form-state.ts';
import { askForErasure, keepAccount } from './privacy-actions.ts';
import type { Privacy } from './privacy-queries.ts';

export function EraseForm({ privacy, idempotencyKey }: { privacy: Privacy; idempotencyKey: string }) {
  const { state, pending, formProps } = useFormAction(askForErasure, initialForm(idempotencyKey));
  const { graceDays, openOrders } = privacy;
  return (
    <div className="space-y-4">
      <ul className="list-disc space-y-1.5 pl-5">
        <li>
          Your details, addresses, wishlist, cart and sign-ins are removed, everywhere you are signed in.
        </li>
        <li>
          Your orders stay in our books with what was bought and paid, without your name, address or e-mail.
          You cannot look at them any more: keep the letters you need for returns and guarantees.
        </li>
        <li>Your reviews stay, by “A customer”.</li>
        <li>
          {graceDays === 0
            ? 'It happens at once and cannot be undone.'
            : `It happens ${graceDays} days from now. Until then you can change your mind here; after that it cannot be undone.`}
        </li>
      </ul>
      {openOrders.length > 0 && (
        <Notice tone="warn">
          <p>{openSentence(openOrders)} Your account is deleted when that is done.</p>
        </Notice>
      )}
      {privacy.mustSignInAgain ? (
        <SignInAgain what="To delete your account, please sign in once more, so that we know it is you." />
      ) : (
        <form {...formProps} noValidate className="space-y-4">
          <input type="hidden" name="key" value={state.key} />
          <label className="flex min-h-11 items-start gap-3">
            <input
              type="checkbox"
              name="understood"
              aria-invalid={state.errors.understood !== undefined}
              className="accent-accent mt-1 size-4 shrink-0"
            />
            <span>I have read what will happen, and want my account to be deleted.</span>
          </label>
          <div role="status" aria-live="polite" className="empty:hidden">
            {state.outcome === 'failed' && !pending && <Notice tone="bad">{state.message}</Notice>}
          </div>
          <Button
            pending={pending}
            pendingLabel="One moment…"
            look="secondary"
            className="border-bad text-bad"
          >
            Delete my account
          </Button>
        </form>
      )}
    </div>
  );
}

interface KeepProps {
  erasure: NonNullable<Privacy['erasure']>;
  openOrders: Privacy['openOrders'];
}

export function KeepForm({ erasure, openOrders }: KeepProps) {
  const { state, pending, formProps } = useFormAction(keepAccount, initialForm(''));
  const isWaiting = erasure.status === 'waiting';
  return (
    <section aria-labelledby="erasure" className="bg-warn-soft space-y-4 rounded-lg p-5 sm:p-6">
      <h2 id="erasure" className="text-heading font-medium">
        {isWaiting ? 'Your account will be deleted' : 'Your account is being deleted'}
      </h2>
      <p>
        {erasure.hindrance === 'open_orders'
          ? `${openSentence(openOrders)} Your account is deleted when that is done.`
          : `On ${formatMoment(erasure.dueAt)}. You asked for it on ${formatMoment(erasure.requestedAt)}.`}
      </p>
      <div role="status" aria-live="polite" className="empty:hidden">
        {state.outcome === 'failed' && !pending && <Notice tone="bad">{state.message}</Notice>}
      </div>
      {isWaiting && (
        <form {...formProps}>
          <Button pending={pending} pendingLabel="One moment…">
            Keep my account
          </Button>
        </form>
      )}
    </section>
  );
}

function openSentence(numbers: readonly number[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(
    numbers.map((number) => `#${number}`),
  );
  return numbers.length === 1 ? `Order ${list} is still under way.` : `Orders ${list} are still under way.`;
}
