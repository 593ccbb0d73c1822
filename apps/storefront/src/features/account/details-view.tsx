'use client';

import { marketingConsentWording } from '@turing/domain';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { formatMoment } from '@/lib/format.ts';
import { saveConsent, saveProfile } from './own-actions.ts';
import { initialForm, type OwnFormState } from './own-form-state.ts';
import type { Consent, Profile } from './own-queries.ts';

const card = 'bg-surface border-line space-y-5 rounded-lg border p-5 sm:p-6';

export function ProfileForm({ profile }: { profile: Profile }) {
  const { state, pending, formProps } = useFormAction(saveProfile, initialForm(''));
  const { name = profile.name, phone = profile.phone ?? '' } = state.typed;
  return (
    <form {...formProps} noValidate aria-labelledby="about-you" className={card}>
      <h2 id="about-you" className="text-heading font-medium">
        About you
      </h2>
      <Outcome state={state} pending={pending} />
      <TextField
        label="Full name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={name}
        error={state.errors.name ?? null}
      />
      <TextField
        label="Phone (optional)"
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={30}
        defaultValue={phone}
        error={state.errors.phone ?? null}
      />
      <div className="space-y-1.5">
        <p className="text-sm font-medium">Email</p>
        <p className="text-muted">
          {profile.email} {profile.emailVerified ? '' : '(not confirmed yet)'}
        </p>
      </div>
      <Button pending={pending} pendingLabel="Saving…">
        Save
      </Button>
    </form>
  );
}

export function ConsentForm({ consent }: { consent: Consent }) {
  const { state, pending, formProps } = useFormAction(saveConsent, initialForm(''));
  const { granted, records } = consent;
  return (
    <section aria-labelledby="letters" className={card}>
      <h2 id="letters" className="text-heading font-medium">
        News and offers
      </h2>
      <p className="text-muted">
        {granted
          ? 'You asked us to send you news and offers by e-mail, about once a month.'
          : 'We write to you about your orders and nothing else.'}
      </p>
      <Outcome state={state} pending={pending} />
      <form {...formProps} className="space-y-4">
        <input type="hidden" name="granted" value={granted ? 'no' : 'yes'} />
        {!granted && <p className="text-sm">{marketingConsentWording}</p>}
        <Button look="secondary" pending={pending} pendingLabel="One moment…">
          {granted ? 'Stop news and offers' : 'Yes, write to me'}
        </Button>
      </form>
      {records.length > 0 && (
        <details className="text-sm">
          <summary className="text-muted flex min-h-11 cursor-pointer items-center">
            What you told us, and when
          </summary>
          <ol className="divide-line divide-y">
            {records.map((record) => (
              <li key={record.id} className="py-2">
                {record.granted ? 'Yes' : 'No'}
                <span className="text-muted"> · {formatMoment(record.createdAt)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Outcome({ state, pending }: { state: OwnFormState; pending: boolean }) {
  return (
    <div role="status" aria-live="polite" className="empty:hidden">
      {state.outcome !== 'none' && !pending && (
        <Notice tone={state.outcome === 'done' ? 'good' : 'bad'}>
          <p>{state.message}</p>
        </Notice>
      )}
    </div>
  );
}
