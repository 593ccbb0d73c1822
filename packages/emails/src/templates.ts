import type { LetterContent, LetterContext } from './content.ts';
import { differenceDue } from './difference-due.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderConfirmation } from './order-confirmation.ts';
import { orderDelivered } from './order-delivered.ts';
import { orderEdited } from './order-edited.ts';
import { orderExpired } from './order-expired.ts';
import { orderCredited } from './order-credited.ts';
import { orderLinesCancelled } from './order-lines-cancelled.ts';
import { orderMessage } from './order-message.ts';
import { orderRefunded } from './order-refunded.ts';
import { orderShipped } from './order-shipped.ts';
import { returnApproved, returnReceived, returnRejected, returnRequested } from './return-letters.ts';
import { paymentFailed } from './payment-failed.ts';

/** Letters about an order: each is written from the order as it is and from the event it tells of. */
export const emailTemplates = [
  'order-confirmation',
  'payment-failed',
  'order-shipped',
  'order-delivered',
  'order-cancelled',
  'order-expired',
  'order-refunded',
  'order-edited',
  'difference-due',
  'return-requested',
  'return-approved',
  'return-rejected',
  'return-received',
  'order-message',
  'order-lines-cancelled',
  'order-credited',
] as const;

export type EmailTemplate = (typeof emailTemplates)[number];

export const templates: Readonly<Record<EmailTemplate, (context: LetterContext) => LetterContent>> = {
  'order-confirmation': orderConfirmation,
  'payment-failed': paymentFailed,
  'order-shipped': orderShipped,
  'order-delivered': orderDelivered,
  'order-cancelled': orderCancelled,
  'order-expired': orderExpired,
  'order-refunded': orderRefunded,
  'return-requested': returnRequested,
  'return-approved': returnApproved,
  'return-rejected': returnRejected,
  'return-received': returnReceived,
  'order-message': orderMessage,
  'order-lines-cancelled': orderLinesCancelled,
  'order-credited': orderCredited,
  'order-edited': orderEdited,
  'difference-due': differenceDue,
};
