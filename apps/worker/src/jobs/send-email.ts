import { reach } from '@turing/db';
import { type EmailTemplate, emailTemplates, renderEmail, templates } from '@turing/emails';
import {
  erasedEmail,
  findBill,
  getAftercare,
  getLetterSigner,
  getStaffOrder,
  type StaffOrderView,
} from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';
import { getEvent } from '../outbox-store.ts';

/**
 * Writes and sends one letter about an order. After a crash between the mail server's answer and the end of the job it
 * is sent again, with the same Message-ID.
 */
export const sendEmail = defineJob(
  z.strictObject({ template: z.enum(emailTemplates), orderId: z.uuid(), eventId: z.uuid() }),
  async ({ db, mailer, storefrontUrl }, { template, orderId, eventId }) => {
    const billUrl = (token: string, id: string) => `${storefrontUrl}/api/documents/orders/${token}/${id}`;
    const [event, order, aftercare, bill, signer] = await Promise.all([
      getEvent(db.reader, eventId),
      getStaffOrder(db, orderId),
      getAftercare(db, orderId),
      findBill(db.reader, orderId, template === 'order-refunded' ? 'credit_note' : 'invoice'),
      getLetterSigner(db.reader),
    ]);
    // Whoever bought it was erased, and there is nobody to tell.
    if (order.email === erasedEmail || isOver(template, order))
      return { template, orderId, eventId, sent: false };
    const content = templates[template]({
      order,
      aftercare,
      event: event.payload,
      storefrontUrl,
      bill: bill === null ? undefined : { label: bill.label, url: billUrl(order.token, bill.id) },
    });
    const { html, text } = await renderEmail(content, storefrontUrl, signer);
    const messageId = `${eventId}.${template}`;
    reach('letter.before-send');
    await mailer.send({ to: order.email, subject: content.subject, html, text, messageId });
    reach('letter.after-send');
    return { template, orderId, eventId, sent: true };
  },
);

/** Who has paid since, or whose order is over, need not hear that a card was declined. */
function isOver(
  template: EmailTemplate,
  { status, paymentStatus }: Pick<StaffOrderView, 'status' | 'paymentStatus'>,
): boolean {
  return template === 'payment-failed' && (status !== 'pending' || paymentStatus !== 'failed');
}
