import { Alert } from '@mantine/core';
import { formatMoney } from '@turing/domain';
import { CircleDollarSign } from 'lucide-react';
import { refundOnCancel } from './order-actions.ts';
import type { StaffOrder } from './order.ts';

/** What cancelling does to the money. */
export function CancelMoney({ order }: { order: StaffOrder }) {
  const refundMinor = refundOnCancel(order);
  const moves = refundMinor > 0 || order.paymentStatus === 'review';
  return (
    <Alert color={moves ? 'orange' : 'gray'} icon={<CircleDollarSign size={18} />}>
      {sentence(order, refundMinor)}
    </Alert>
  );
}

function sentence({ paymentStatus, currency }: StaffOrder, refundMinor: number): string {
  if (refundMinor > 0) {
    const amount = formatMoney({ amountMinor: refundMinor, currency });
    return `The captured amount of ${amount} will be refunded to the customer’s card.`;
  }
  if (paymentStatus === 'review') {
    return 'The payment is in review: what arrived is not refunded by cancelling. Settle it at the payment gateway.';
  }
  return 'Nothing has been captured for this order, so no money moves.';
}
