import { taxRows } from '@turing/domain';
import { Fragment } from 'react';
import { Price } from '../../components/price.tsx';
import classes from './order-lines.module.css';
import type { StaffOrder } from './order.ts';

export function OrderTotals({ order: { pricing, promotionCode, currency } }: { order: StaffOrder }) {
  const rows = [
    { label: 'Subtotal', amountMinor: pricing.subtotalMinor, shown: true },
    {
      label: promotionCode === null ? 'Discount' : `Discount (${promotionCode})`,
      amountMinor: -pricing.discountMinor,
      shown: pricing.discountMinor !== 0,
    },
    { label: 'Shipping', amountMinor: pricing.shippingMinor, shown: true },
    ...taxRows(pricing).map(({ label, amountMinor }) => ({
      label: pricing.taxInclusive ? `${label}, included in prices` : label,
      amountMinor,
      shown: true,
    })),
  ];
  return (
    <dl className={classes.totals}>
      {rows
        .filter(({ shown }) => shown)
        .map(({ label, amountMinor }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <Price amountMinor={amountMinor} currency={currency} />
            </dd>
          </Fragment>
        ))}
      <dt className={classes.grand}>Total</dt>
      <dd className={classes.grand}>
        <Price amountMinor={pricing.totalMinor} currency={currency} />
      </dd>
    </dl>
  );
}
