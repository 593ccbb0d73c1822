import type { Currency } from '@turing/domain';
import { formatMoney } from '@turing/domain';
import { explainDecline } from './payment-failures.ts';
import type { Order } from './queries.ts';

/** How the shopper came to the page: from paying, from giving up paying, or any other way. */
export type Arrival = 'paid' | 'cancelled' | 'unavailable' | null;

export interface OrderStory {
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
  readonly title: string;
  readonly text: string;
  readonly payable: boolean;
  /** Seconds until the page should look again; null when nothing is expected to change. */
  readonly lookAgain: number | null;
}

type Fields = Pick<
  Order,
  | 'status'
  | 'paymentStatus'
  | 'paymentFailure'
  | 'paymentMethod'
  | 'openMinor'
  | 'differenceMinor'
  | 'fulfilmentStatus'
  | 'refundedMinor'
  | 'currency'
  | 'email'
>;

const settled = { payable: false, lookAgain: null } as const;

/** What an order's page says first: where the order is, and what there is to do. */
export function tellOrder(order: Fields, arrival: Arrival): OrderStory {
  if (order.differenceMinor > 0) return tellDifference(order, arrival);
  switch (order.status) {
    case 'pending':
      return tellUnpaid(order, arrival);
    case 'confirmed':
      return tellConfirmed(order, arrival);
    case 'shipped':
      return {
        ...settled,
        tone: 'good',
        title: 'Shipped',
        text: 'Everything is on its way to you. The tracking is below.',
      };
    case 'delivered':
      return { ...settled, tone: 'good', title: 'Delivered', text: 'It has arrived. We hope you like it.' };
    case 'expired':
      return {
        ...settled,
        tone: 'info',
        title: 'This order has expired',
        text: 'It was not paid in time, so the items went back on the shelf. Nothing was charged.',
      };
    case 'cancelled':
      return { ...settled, tone: 'info', title: 'Cancelled', text: tellRefund(order) };
  }
}

/** The order was changed and costs more than was paid. */
function tellDifference(order: Fields, arrival: Arrival): OrderStory {
  const amount = format(order.differenceMinor, order.currency);
  if (arrival === 'paid') {
    return {
      tone: 'warn',
      title: 'Awaiting payment',
      text: 'We are waiting for word from the payment provider. This page looks again by itself.',
      payable: true,
      lookAgain: 3,
    };
  }
  return {
    tone: 'warn',
    title: `${amount} is left to pay`,
    text: 'Your order was changed as agreed and costs more now. We send what was added when it is paid.',
    payable: true,
    lookAgain: 15,
  };
}

function tellUnpaid({ paymentStatus, paymentFailure }: Fields, arrival: Arrival): OrderStory {
  if (paymentStatus === 'review') {
    return {
      ...settled,
      tone: 'warn',
      title: 'Payment in review',
      text: 'The amount we received is not the amount due. A person is looking at it and will write to you.',
    };
  }
  if (paymentStatus === 'failed') {
    return {
      tone: 'bad',
      title: 'Payment declined',
      text: explainDecline(paymentFailure),
      payable: true,
      lookAgain: 15,
    };
  }
  if (paymentStatus === 'authorised' || arrival === 'paid') {
    return {
      tone: 'warn',
      title: 'Awaiting payment',
      text: 'We are waiting for word from the payment provider. This page looks again by itself.',
      payable: paymentStatus !== 'authorised',
      lookAgain: 3,
    };
  }
  const lookAgain = arrival === 'cancelled' ? 5 : 15;
  return { tone: 'warn', title: 'Awaiting payment', text: tellWhy(arrival), payable: true, lookAgain };
}

function tellWhy(arrival: Arrival): string {
  if (arrival === 'unavailable') {
    return 'Your order is safe, but the payment page did not open. Try again in a moment.';
  }
  if (arrival === 'cancelled') return 'You left before paying. Your items are still set aside for you.';
  return 'Your items are set aside for you. Pay to send them on their way.';
}

function tellConfirmed(order: Fields, arrival: Arrival): OrderStory {
  const { fulfilmentStatus, email } = order;
  if (fulfilmentStatus === 'partially_fulfilled') {
    return {
      ...settled,
      tone: 'good',
      title: 'Partly shipped',
      text: 'A part is on its way, the rest follows. The tracking is below.',
    };
  }
  if (order.openMinor > 0) {
    const amount = format(order.openMinor, order.currency);
    return {
      ...settled,
      tone: 'good',
      title: 'Confirmed. Thank you',
      text:
        order.paymentMethod === 'cash_on_delivery'
          ? `We are packing your order. ${amount} is to be paid when it is brought to you.`
          : `We are packing your order. The invoice over ${amount} comes to ${email}.`,
    };
  }
  return {
    ...settled,
    tone: 'good',
    title: arrival === 'paid' ? 'Thank you. Payment received' : 'Confirmed. Payment received',
    text: `We are packing your order. A confirmation is on its way to ${email}.`,
  };
}

function tellRefund({ refundedMinor, currency, paymentStatus }: Fields): string {
  if (refundedMinor > 0) return `${format(refundedMinor, currency)} went back to your card.`;
  const taken = paymentStatus === 'captured' || paymentStatus === 'authorised';
  return taken
    ? 'Your money is on its way back to you. Banks take a few days.'
    : 'This order was cancelled. Nothing was charged.';
}

function format(amountMinor: number, currency: Currency): string {
  return formatMoney({ amountMinor, currency });
}
