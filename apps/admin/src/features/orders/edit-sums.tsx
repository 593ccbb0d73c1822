import { Alert } from '@mantine/core';
import type { RouterOutputs } from '@turing/client';
import { formatMoney } from '@turing/domain';
import { ArrowDownLeft, ArrowUpRight, Equal } from 'lucide-react';
import { Fragment } from 'react';
import { Price } from '../../components/price.tsx';
import classes from './edit-order.module.css';
import type { StaffOrder } from './order.ts';

type Preview = RouterOutputs['orders']['staff']['edits']['preview'];

interface EditSumsProps {
  readonly order: StaffOrder;
  /** Null while nothing differs. */
  readonly preview: Preview | null;
  readonly stale: boolean;
}

/** What the order comes to before and after, and what that does to the money. */
export function EditSums({ order, preview, stale }: EditSumsProps) {
  const { currency } = order;
  const before = preview?.before ?? order.pricing;
  const after = preview?.after ?? order.pricing;
  const rows = [
    { label: 'Subtotal', key: 'subtotalMinor', sign: 1 },
    { label: 'Discount', key: 'discountMinor', sign: -1 },
    { label: 'Shipping', key: 'shippingMinor', sign: 1 },
    { label: order.pricing.taxInclusive ? 'Tax, included' : 'Tax', key: 'taxMinor', sign: 1 },
    { label: 'Total', key: 'totalMinor', sign: 1 },
  ] as const;
  return (
    <div className={classes.sums} data-stale={stale || undefined} aria-busy={stale}>
      <dl className={classes.table}>
        <dt />
        <dd className={classes.head}>Before</dd>
        <dd className={classes.head}>After</dd>
        {rows.map(({ label, key, sign }) => (
          <Fragment key={key}>
            <dt data-grand={key === 'totalMinor' || undefined}>{label}</dt>
            <dd data-grand={key === 'totalMinor' || undefined} className={classes.was}>
              <Price amountMinor={sign * before[key]} currency={currency} />
            </dd>
            <dd data-grand={key === 'totalMinor' || undefined}>
              <Price amountMinor={sign * after[key]} currency={currency} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <Consequence preview={preview} currency={currency} />
    </div>
  );
}

function Consequence({ preview, currency }: { preview: Preview | null; currency: StaffOrder['currency'] }) {
  if (preview === null) return null;
  const { chargeMinor, refundMinor, openChangeMinor } = preview;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  if (chargeMinor > 0) {
    return (
      <Alert color="orange" icon={<ArrowUpRight size={18} />} title={`Will charge ${money(chargeMinor)}`}>
        What is added and paid by card is held until the money is there.
      </Alert>
    );
  }
  if (refundMinor > 0) {
    return (
      <Alert color="teal" icon={<ArrowDownLeft size={18} />} title={`Will refund ${money(refundMinor)}`}>
        To the way it was paid, the latest payment first.
      </Alert>
    );
  }
  if (openChangeMinor !== 0) {
    const sentence =
      openChangeMinor > 0 ? `${money(openChangeMinor)} more` : `${money(-openChangeMinor)} less`;
    return (
      <Alert color="gray" icon={<Equal size={18} />} title={`${sentence} is to be paid by hand`}>
        The open amount changes; no further payment is made.
      </Alert>
    );
  }
  return (
    <Alert color="gray" icon={<Equal size={18} />}>
      What the customer pays stays the same.
    </Alert>
  );
}
