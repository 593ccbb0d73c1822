import { addJob, type Transaction } from '@turing/db';
import { countPairs, pairCounter, settleCancelledOrder } from '@turing/routers';
import type { EmailTemplate } from '@turing/emails';
import type { StoredEvent } from './outbox-store.ts';

/** One effect of an event. It only writes in the transaction: what reaches outside is a job queued there. */
export interface Subscriber {
  /** Recorded with the event when applied; a new name applies the effect again. */
  readonly name: string;
  readonly apply: (tx: Transaction, event: StoredEvent) => Promise<void>;
}

const emailAttempts = 15;

function email(template: EmailTemplate): Subscriber {
  return {
    name: `email:${template}`,
    apply: (tx, { id: eventId, entityId: orderId }) =>
      addJob(
        tx,
        { task: 'send-email', payload: { template, orderId, eventId } },
        { key: `email:${template}:${eventId}`, maxAttempts: emailAttempts },
      ),
  };
}

const settlePayment: Subscriber = {
  name: 'settle-payment',
  apply: (tx, { entityId }) => settleCancelledOrder(tx, entityId),
};

const countBoughtTogether: Subscriber = {
  name: pairCounter,
  apply: (tx, { entityId }) => countPairs(tx, entityId),
};

/** Who acts on which event. Every type that is written to the outbox has its row, if only an empty one. */
export const subscribers: Readonly<Record<string, readonly Subscriber[]>> = {
  'order.placed': [],
  'order.confirmed': [email('order-confirmation'), countBoughtTogether],
  'order.partially_shipped': [email('order-shipped')],
  'order.shipped': [email('order-shipped')],
  'order.delivered': [],
  'order.cancelled': [settlePayment, email('order-cancelled')],
  'order.expired': [email('order-expired')],
  'payment.refunded': [email('order-refunded')],
};
