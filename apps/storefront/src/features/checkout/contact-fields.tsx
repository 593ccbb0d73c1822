import { TextField } from '@/components/field.tsx';
import { Section } from './section.tsx';
import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';

export function ContactFields({ values, errors }: { values: CheckoutValues; errors: CheckoutErrors }) {
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
      />
    </Section>
  );
}
