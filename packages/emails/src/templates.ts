import type { LetterContent, LetterContext } from './content.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderConfirmation } from './order-confirmation.ts';
import { orderExpired } from './order-expired.ts';
import { orderRefunded } from './order-refunded.ts';
import { orderShipped } from './order-shipped.ts';

export const emailTemplates = [
  'order-confirmation',
  'order-shipped',
  'order-cancelled',
  'order-expired',
  'order-refunded',
] as const;

export type EmailTemplate = (typeof emailTemplates)[number];

export const templates: Readonly<Record<EmailTemplate, (context: LetterContext) => LetterContent>> = {
  'order-confirmation': orderConfirmation,
  'order-shipped': orderShipped,
  'order-cancelled': orderCancelled,
  'order-expired': orderExpired,
  'order-refunded': orderRefunded,
};
