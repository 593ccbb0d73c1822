import { Text } from '@mantine/core';
import { type Currency, formatMoney } from '@turing/domain';
import { Price } from '../../components/price.tsx';
import type { PromotionPreview } from './promotion.ts';
import classes from './promotions.module.css';

interface PreviewTotalsProps {
  readonly preview: PromotionPreview;
  readonly currency: Currency;
}

/** What it takes off, or why nothing. */
export function PreviewTotals({ preview, currency }: PreviewTotalsProps) {
  const { subtotalMinor, discountMinor, shippingMinor, shippingDiscountMinor, totalMinor, reason } = preview;
  const rows = [
    { label: 'Subtotal', amountMinor: subtotalMinor },
    ...(discountMinor > 0 ? [{ label: 'This promotion', amountMinor: -discountMinor }] : []),
    { label: shippingDiscountMinor > 0 ? 'Shipping, free' : 'Shipping', amountMinor: shippingMinor },
  ];
  return (
    <div role="status">
      <ul className={classes.rows}>
        {rows.map(({ label, amountMinor }) => (
          <li key={label} className={classes.row}>
            <span className={amountMinor < 0 ? classes.given : classes.quiet}>{label}</span>
            <span className={amountMinor < 0 ? classes.given : undefined}>
              <Price amountMinor={amountMinor} currency={currency} />
            </span>
          </li>
        ))}
        <li className={`${classes.row} ${classes.total}`}>
          <span>Total before tax</span>
          <Price amountMinor={totalMinor} currency={currency} />
        </li>
      </ul>
      {reason !== null && (
        <Text size="sm" mt="sm" c="dimmed">
          {sentenceOf(reason, currency)}
        </Text>
      )}
    </div>
  );
}

const sentences = {
  not_running: 'It would not run then.',
  exhausted: 'It would be used up.',
  used_by_you: 'The shopper would have used it already.',
  wrong_items: 'None of its items is in this cart.',
  reward_missing: 'The item it gives is not in this cart.',
  other_country: 'It is not for the country this goes to.',
  not_first_order: 'It is for first orders only.',
  not_for_you: 'It is for other customers.',
  other_currency: 'It is for another currency.',
  nothing_to_discount: 'There is nothing it could take off.',
  does_not_combine: 'It does not combine.',
  decided_at_checkout: 'Decided at checkout.',
} as const;

function sentenceOf(reason: NonNullable<PromotionPreview['reason']>, currency: Currency): string {
  if (reason.kind !== 'below_minimum') return sentences[reason.kind];
  const { missingMinor, missingQuantity } = reason;
  const amount = missingMinor === null ? [] : [formatMoney({ amountMinor: missingMinor, currency })];
  const items = missingQuantity === null ? [] : [`${missingQuantity} more of its items`];
  return `It applies from ${[...amount.map((each) => `${each} more`), ...items].join(' and ')} on.`;
}
