import { useRef } from 'react';
import { checkoutConsentWording } from '@turing/domain';
import { TextField } from '@/components/field.tsx';
import { rememberEmail } from './remember-email.ts';
import { Section } from './section.tsx';
import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';

export interface ContactFieldsProps {
  values: CheckoutValues;
  errors: CheckoutErrors;
  /** Another address was typed. */
  onEmailChange: () => void;
  /** Somebody without an account is asked about letters here; others say it in theirs. */
  isGuest: boolean;
}

export function ContactFields({ values, errors, onEmailChange, isGuest }: ContactFieldsProps) {
  const email = useRef<HTMLInputElement>(null);
  const consent = useRef<HTMLInputElement>(null);

  function remember(): void {
    const field = email.current;
    if (!isGuest || field === null || field.value === '' || !field.validity.valid) return;
    void rememberEmail(field.value, consent.current?.checked ?? false);
  }

  return (
    <Section
      title="Contact"
      lead="For the confirmation and news of your parcel. Nothing else, unless you say so."
    >
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={values.email}
        error={errors.email ?? null}
        ref={email}
        onBlur={(event) => {
          remember();
          if (event.currentTarget.value !== values.email) onEmailChange();
        }}
      />
      {isGuest && (
        <label className="flex min-h-11 items-start gap-3 pt-3 text-sm">
          <input
            ref={consent}
            type="checkbox"
            name="letters"
            value="yes"
            className="mt-0.5 size-5 shrink-0"
            onChange={remember}
          />
          <span>{checkoutConsentWording}</span>
        </label>
      )}
    </Section>
  );
}
