import { taxRows } from '@turing/domain';
import { Fragment } from 'react';
import { Price } from '../../components/price.tsx';
import classes from './order-lines.module.css';
import type { StaffOrder } from './order.ts';

export function OrderTotals({ order }: { order: StaffOrder }) {
  const { pricing, promotions, currency } = order;
  const named = promotions.filter(({ discountMinor }) => discountMinor > 0);
  const other = pricing.discountMinor - named.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
  const rows = [
    { label: 'Subtotal', amountMinor: pricing.subtotalMinor, shown: true },
    ...named.map(({ name, code, discountMinor }) => ({
      label: code === null || code === name ? name : `${name} (${code})`,
      amountMinor: -discountMinor,
      shown: true,
    })),
    { label: 'Discount', amountMinor: -other, shown: other !== 0 },
    { label: shippingLabel(promotions), amountMinor: pricing.shippingMinor, shown: true },
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
      {order.credits.map((credit) => (
        <Fragment key={credit.accountId}>
          <dt>{creditLabel(credit)}</dt>
          <dd>
            <Price amountMinor={-credit.amountMinor} currency={currency} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function creditLabel({ kind, lastFour, returnedMinor }: StaffOrder['credits'][number]): string {
  const name = kind === 'store_credit' ? 'Store credit' : `Gift card •••• ${lastFour}`;
  return returnedMinor > 0 ? `${name} (given back in part or whole)` : name;
}

/** Shipping that a promotion paid says which. */
function shippingLabel(promotions: StaffOrder['promotions']): string {
  const free = promotions.filter(({ shippingMinor }) => shippingMinor > 0);
  return free.length === 0 ? 'Shipping' : `Shipping (${free.map(({ name }) => name).join(', ')})`;
}
