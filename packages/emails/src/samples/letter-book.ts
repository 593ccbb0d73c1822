import type { LetterBook, LetterSample } from '@turing/routers';
import { abandonedCart } from '../abandoned-cart.ts';
import { accountLetter } from '../account-letters.ts';
import type { LetterContent, LetterContext, LetterSeller } from '../content.ts';
import { draftInvoice } from '../draft-invoice.ts';
import { giftCard } from '../gift-card.ts';
import { lineOf, pricedLines, totalsOf } from '../order-parts.ts';
import { privacyLetter } from '../privacy-letters.ts';
import { renderEmail } from '../render-email.ts';
import { staffInvitation } from '../staff-invitation.ts';
import { type EmailTemplate, templates } from '../templates.ts';
import { sampleAftercare, sampleCancelled, sampleNoteId, sampleReturnId } from './sample-aftercare.ts';
import { sampleOrder, sampleShipmentId } from './sample-order.ts';

interface Page extends LetterSample {
  readonly write: (storefrontUrl: string) => LetterContent;
}

const orderPages: Readonly<
  Record<
    EmailTemplate,
    readonly [name: string, when: string, event: unknown, change?: Partial<typeof sampleOrder>]
  >
> = {
  'order-confirmation': ['Confirmation', 'An order is paid', {}],
  'payment-failed': ['Payment failed', 'A payment is declined', {}, { status: 'pending', capturedMinor: 0 }],
  'order-shipped': ['Shipped', 'A parcel leaves', { shipmentId: sampleShipmentId }],
  'order-delivered': ['Delivered', 'The last parcel has arrived', {}],
  'order-cancelled': ['Cancelled', 'An order is cancelled', {}],
  'order-expired': ['Expired', 'Nobody paid in time', {}, { capturedMinor: 0 }],
  'order-refunded': ['Refunded', 'Money went back', { amountMinor: 4800 }],
  'order-edited': ['Edited', 'Staff changed an order', { differenceMinor: 1500 }],
  'difference-due': ['Difference to pay', 'A changed order costs more', { amountMinor: 1500 }],
  'return-requested': [
    'Return requested',
    'A buyer asks to send something back',
    { returnId: sampleReturnId },
  ],
  'return-approved': ['Return approved', 'Staff approve it', { returnId: sampleReturnId }],
  'return-rejected': ['Return refused', 'Staff refuse it', { returnId: sampleReturnId }],
  'return-received': ['Return received', 'The parcel has arrived', { returnId: sampleReturnId }],
  'order-message': ['Message', 'Staff write to the buyer', { noteId: sampleNoteId }],
  'order-lines-cancelled': ['Cancelled in part', 'Some things will not be sent', sampleCancelled],
  'order-credited': ['Store credit', 'Money went back as credit', { amountMinor: 4800 }],
};

function ofOrder(id: EmailTemplate): Page {
  const [name, when, event, change] = orderPages[id];
  const write = (storefrontUrl: string) => {
    const bill = { label: 'INV-1042', url: `${storefrontUrl}/orders/${sampleOrder.token}` };
    const order = { ...sampleOrder, ...change };
    const context: LetterContext = { order, aftercare: sampleAftercare, event, storefrontUrl, bill };
    return templates[id](context);
  };
  return { id, name, when, group: 'Orders', write };
}

const cartLines = (storefrontUrl: string) =>
  sampleOrder.lines.map((line) => lineOf(line, line.quantity, storefrontUrl));

const others: readonly Page[] = [
  {
    id: 'draft-invoice',
    name: 'Draft order',
    when: 'Staff send an order to be paid',
    group: 'Orders',
    write: (storefrontUrl) =>
      draftInvoice({
        label: 'Draft D-12',
        message: 'As we said on the phone, with the throw in moss.',
        url: `${storefrontUrl}/drafts/sample`,
        lines: pricedLines(sampleOrder, storefrontUrl),
        totals: totalsOf(sampleOrder),
        validUntil: 'March 16, 2026',
      }),
  },
  {
    id: 'gift-card',
    name: 'Gift card',
    when: 'A gift card is due',
    group: 'Shop',
    write: (storefrontUrl) =>
      giftCard(
        {
          recipientName: 'Grace',
          senderName: 'Ada',
          message: 'Happy birthday! Choose something warm.',
          amount: '$50.00',
          code: 'GIFT-SMPL-EONL-YXXX',
          validUntil: null,
        },
        storefrontUrl,
      ),
  },
  {
    id: 'abandoned-cart',
    name: 'Abandoned cart',
    when: 'A cart was left, with consent, once',
    group: 'Shop',
    write: (storefrontUrl) =>
      abandonedCart({
        restoreUrl: `${storefrontUrl}/cart/restore/sample`,
        unsubscribeUrl: `${storefrontUrl}/unsubscribe/sample`,
        lines: cartLines(storefrontUrl),
      }),
  },
  {
    id: 'verify-email',
    name: 'Confirm an address',
    when: 'Somebody makes an account',
    group: 'Accounts',
    write: (storefrontUrl) =>
      accountLetter({
        id: sampleOrder.id,
        template: 'verify-email',
        to: sampleOrder.email,
        url: `${storefrontUrl}/confirm-email?token=sample`,
      }),
  },
  {
    id: 'reset-password',
    name: 'Choose a new password',
    when: 'Somebody forgot theirs',
    group: 'Accounts',
    write: (storefrontUrl) =>
      accountLetter({
        id: sampleOrder.id,
        template: 'reset-password',
        to: sampleOrder.email,
        url: `${storefrontUrl}/reset-password?token=sample`,
      }),
  },
  {
    id: 'export-ready',
    name: 'Data export',
    when: 'Somebody asked for their data',
    group: 'Accounts',
    write: (storefrontUrl) =>
      privacyLetter(
        {
          id: sampleOrder.id,
          template: 'export-ready',
          to: sampleOrder.email,
          path: '/account/data',
          day: '2026-03-09T00:00:00.000Z',
        },
        storefrontUrl,
      ),
  },
  {
    id: 'staff-invitation',
    name: 'Invitation',
    when: 'A colleague is invited',
    group: 'Accounts',
    write: (storefrontUrl) =>
      staffInvitation({
        template: 'staff-invitation',
        to: 'grace@example.com',
        url: `${storefrontUrl}/accept-invitation#sample`,
        inviterName: 'Ada Marlowe',
        roleName: 'Manager',
        expiresAt: '2026-03-09T00:00:00.000Z',
      }),
  },
];

const pages: readonly Page[] = [...(Object.keys(orderPages) as EmailTemplate[]).map(ofOrder), ...others];

/** Every letter with made-up data, for people to look at and for a test to read. */
export function createLetterBook({ storefrontUrl }: { readonly storefrontUrl: string }): LetterBook {
  return {
    list: () => pages.map(({ write: _write, ...page }) => page),
    render: async (id: string, seller: LetterSeller) => {
      const page = pages.find((candidate) => candidate.id === id);
      if (page === undefined) return null;
      const content = page.write(storefrontUrl);
      const { html, text } = await renderEmail(content, storefrontUrl, seller);
      return { subject: content.subject, preview: content.preview, html, text };
    },
  };
}
