import { addJob, type Transaction } from '@turing/db';
import {
  assessOrder,
  countPairs,
  issueDocuments,
  pairCounter,
  queueBoughtCards,
  settleCancelledOrder,
} from '@turing/routers';
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

/** Most people try another card at once: the letter waits, and is not sent to who paid meanwhile. */
const declineWaitMs = 10 * 60_000;

const tellOfDecline: Subscriber = {
  name: 'email:payment-failed',
  apply: (tx, { id: eventId, entityId: orderId }) =>
    addJob(
      tx,
      { task: 'send-email', payload: { template: 'payment-failed', orderId, eventId } },
      {
        key: `email:payment-failed:${orderId}`,
        runAt: new Date(Date.now() + declineWaitMs),
        maxAttempts: emailAttempts,
      },
    ),
};

const settlePayment: Subscriber = {
  name: 'settle-payment',
  apply: (tx, { entityId }) => settleCancelledOrder(tx, entityId),
};

const countBoughtTogether: Subscriber = {
  name: pairCounter,
  apply: (tx, { entityId }) => countPairs(tx, entityId),
};

const makeGiftCards: Subscriber = {
  name: 'make-gift-cards',
  apply: (tx, { entityId }) => queueBoughtCards(tx, entityId),
};

// Listed before the letters, so that they can say where the bill is.
const issuePapers: Subscriber = {
  name: 'issue-documents',
  apply: async (tx, { entityId: orderId }) => {
    await issueDocuments(tx, { orderId, now: new Date() });
  },
};

const lookForRisk: Subscriber = {
  name: 'look-for-risk',
  apply: (tx, { entityId }) => assessOrder(tx, entityId),
};

const writeAboutCart: Subscriber = {
  name: 'email:abandoned-cart',
  apply: (tx, { entityId: cartId }) =>
    addJob(
      tx,
      { task: 'send-cart-letter', payload: { cartId } },
      { key: `email:abandoned-cart:${cartId}`, maxAttempts: emailAttempts },
    ),
};

/** Who acts on which event. Every type that is written to the outbox has its row, if only an empty one. */
export const subscribers: Readonly<Record<string, readonly Subscriber[]>> = {
  'cart.abandoned': [writeAboutCart],
  'order.placed': [],
  'order.confirmed': [
    issuePapers,
    email('order-confirmation'),
    countBoughtTogether,
    makeGiftCards,
    lookForRisk,
  ],
  'order.gift_cards_issued': [],
  'order.gift_cards_delivered': [],
  'order.partially_shipped': [issuePapers, email('order-shipped')],
  'order.shipped': [issuePapers, email('order-shipped')],
  'order.delivered': [email('order-delivered')],
  'order.cancelled': [settlePayment, issuePapers, email('order-cancelled')],
  'order.expired': [email('order-expired')],
  'order.shipment_delivered': [],
  'order.unshipped': [],
  'order.lines_cancelled': [email('order-lines-cancelled')],
  'order.completed': [issuePapers],
  'order.noted': [email('order-message')],
  'order.edited': [email('order-edited')],
  'payment.difference_paid': [],
  'payment.link_requested': [email('difference-due')],
  'order.credited': [issuePapers, email('order-credited')],
  'return.requested': [email('return-requested')],
  'return.approved': [email('return-approved')],
  'return.rejected': [email('return-rejected')],
  'return.sent': [],
  'return.received': [email('return-received')],
  'return.inspected': [],
  'return.closed': [],
  'return.cancelled': [],
  'payment.failed': [tellOfDecline],
  'payment.refunded': [issuePapers, email('order-refunded')],
};
