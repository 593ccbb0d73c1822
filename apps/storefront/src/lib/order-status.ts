import type { RouterOutputs } from '@turing/client';

type Order = RouterOutputs['orders']['byToken'];

/** The three states an order is told by. */
export type OrderStates = Pick<Order, 'status' | 'paymentStatus' | 'fulfilmentStatus'>;

export interface OrderLabel {
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad';
}

/** The one word or two an order goes by, everywhere it is listed. */
export function labelOrder({ status, paymentStatus, fulfilmentStatus }: OrderStates): OrderLabel {
  switch (status) {
    case 'pending':
      return labelUnpaid(paymentStatus);
    case 'confirmed':
      return fulfilmentStatus === 'partially_fulfilled'
        ? { text: 'Partly shipped', tone: 'good' }
        : { text: 'Confirmed', tone: 'good' };
    case 'shipped':
      return { text: 'Shipped', tone: 'good' };
    case 'delivered':
      return { text: 'Delivered', tone: 'neutral' };
    case 'cancelled':
      return { text: paymentStatus === 'refunded' ? 'Cancelled, refunded' : 'Cancelled', tone: 'neutral' };
    case 'expired':
      return { text: 'Expired', tone: 'neutral' };
  }
}

function labelUnpaid(paymentStatus: Order['paymentStatus']): OrderLabel {
  if (paymentStatus === 'failed') return { text: 'Payment declined', tone: 'bad' };
  if (paymentStatus === 'review') return { text: 'Payment in review', tone: 'warn' };
  return { text: 'Awaiting payment', tone: 'warn' };
}
