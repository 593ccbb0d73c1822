import { TextField } from '@/components/field.tsx';
import { Section } from './section.tsx';
import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';

export interface ContactFieldsProps {
  values: CheckoutValues;
  errors: CheckoutErrors;
  /** Another address was typed. */
  onEmailChange: () => void;
}

export function ContactFields({ values, errors, onEmailChange }: ContactFieldsProps) {
  return (
    <Section title="Contact" lead="For the confirmation and news of your parcel. Nothing else.">
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={values.email}
        error={errors.email ?? null}
        onBlur={(event) => event.currentTarget.value !== values.email && onEmailChange()}
      />
    </Section>
  );
}
