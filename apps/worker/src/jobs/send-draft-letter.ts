import { draftInvoice, renderEmail } from '@turing/emails';
import { formatMoney } from '@turing/domain';
import { type DraftView, getDraftView, getLetterSigner } from '@turing/routers';
import { z } from 'zod';
import { defineJob } from '../job.ts';

/** Sends the page of a draft order to whom it is for, unless it was changed, ordered or taken back since. */
export const sendDraftLetter = defineJob(
  z.strictObject({ draftId: z.uuid(), version: z.number().int(), message: z.string().nullable() }),
  async ({ db, mailer, storefrontUrl, now }, { draftId, version, message }) => {
    const draft = await getDraftView(db, draftId, now());
    const { email, linkExpiresAt, orderId } = draft;
    if (email === null || linkExpiresAt === null || orderId !== null)
      return { draftId, version, sent: false };
    const content = draftInvoice({
      label: 'Your order',
      message: message ?? '',
      url: `${storefrontUrl}/pay/${draft.token}`,
      lines: linesOf(draft, storefrontUrl),
      totals: totalsOf(draft),
      validUntil: linkExpiresAt.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
    });
    const { html, text } = await renderEmail(content, storefrontUrl, await getLetterSigner(db.reader));
    const messageId = `${draftId}.${version}.draft`;
    await mailer.send({ to: email, subject: content.subject, html, text, messageId });
    return { draftId, version, sent: true };
  },
);

function linesOf({ preview }: DraftView, storefrontUrl: string) {
  return preview.lines.map((line, index) => ({
    id: String(index),
    name: line.productName,
    variant: line.variantName,
    quantity: line.quantity,
    amount: formatMoney({ amountMinor: line.unitPriceMinor * line.quantity, currency: preview.currency }),
    imageUrl: line.image === null ? null : `${storefrontUrl}${line.image.src}/320.webp`,
  }));
}

function totalsOf({ preview }: DraftView) {
  const { sums, currency, shippingName } = preview;
  const row = (label: string, amountMinor: number) => ({
    label,
    amount: formatMoney({ amountMinor, currency }),
  });
  const tax = sums.taxMinor > 0 ? [row(sums.taxInclusive ? 'Includes tax' : 'Tax', sums.taxMinor)] : [];
  return [
    row('Subtotal', sums.subtotalMinor),
    ...(sums.discountMinor > 0 ? [row('Discount', -sums.discountMinor)] : []),
    row(shippingName ?? 'Shipping', sums.shippingMinor),
    ...(sums.taxInclusive ? [] : tax),
    { ...row('Total', sums.totalMinor), isTotal: true },
    ...(sums.taxInclusive ? tax : []),
  ];
}
