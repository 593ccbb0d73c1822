import { Alert, Select, Stack } from '@mantine/core';
import { formatMoney } from '@turing/domain';
import { Info } from 'lucide-react';
import { MoneyField } from '../../components/money-field.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { type DraftPreview, missingSentence } from './draft.ts';
import type { DraftValues } from './draft-values.ts';
import classes from './drafts.module.css';

interface DraftSumsProps {
  readonly values: DraftValues;
  readonly preview: DraftPreview | undefined;
  readonly readOnly: boolean;
  readonly onChange: (difference: Partial<DraftValues>) => void;
}

/** How it is sent, what is taken off, and what it comes to. */
export function DraftSums({ values, preview, readOnly, onChange }: DraftSumsProps) {
  const { currency } = values;
  const methods = preview?.methods ?? [];
  return (
    <Section title="Sum">
      <Stack gap="md">
        {methods.length > 0 && (
          <Select
            label="Shipping method"
            data={methods.map(({ code, name, amountMinor }) => ({
              value: code,
              label: `${name}, ${amountMinor === 0 ? 'free' : formatMoney({ amountMinor, currency })}`,
            }))}
            value={values.shippingMethod ?? preview?.shippingMethod ?? null}
            allowDeselect={false}
            disabled={readOnly}
            onChange={(shippingMethod) => onChange({ shippingMethod })}
          />
        )}
        <MoneyField
          label="Shipping price of your own"
          placeholder="As the method costs"
          currency={currency}
          value={values.shipping}
          disabled={readOnly}
          onChange={(shipping) => onChange({ shipping: String(shipping) })}
        />
        <MoneyField
          label="Discount"
          currency={currency}
          value={values.discount}
          disabled={readOnly}
          onChange={(discount) => onChange({ discount: String(discount) })}
        />
        {preview !== undefined && <Totals preview={preview} />}
        {preview !== undefined && preview.missing.length > 0 && !readOnly && (
          <Alert color="gray" icon={<Info size={18} />}>
            {missingSentence(preview.missing)}
          </Alert>
        )}
      </Stack>
    </Section>
  );
}

function Totals({ preview: { sums, currency, shippingName } }: { preview: DraftPreview }) {
  const money = (amountMinor: number) => <Price amountMinor={amountMinor} currency={currency} />;
  return (
    <dl className={classes.sums}>
      <dt>Subtotal</dt>
      <dd>{money(sums.subtotalMinor)}</dd>
      {sums.discountMinor > 0 && (
        <>
          <dt>Discount</dt>
          <dd>{money(-sums.discountMinor)}</dd>
        </>
      )}
      <dt>{shippingName ?? 'Shipping'}</dt>
      <dd>{money(sums.shippingMinor)}</dd>
      <dt>{sums.taxInclusive ? 'Tax, included' : 'Tax'}</dt>
      <dd>{money(sums.taxMinor)}</dd>
      <dt className={classes.grand}>Total</dt>
      <dd className={classes.grand}>{money(sums.totalMinor)}</dd>
    </dl>
  );
}
