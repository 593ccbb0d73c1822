export { abandonedCart } from './abandoned-cart.ts';
export { accountLetter } from './account-letters.ts';
export { draftInvoice } from './draft-invoice.ts';
export { giftCard } from './gift-card.ts';
export { privacyLetter } from './privacy-letters.ts';
export { renderEmail } from './render-email.ts';
export { createLetterBook } from './samples/letter-book.ts';
export { staffInvitation } from './staff-invitation.ts';
export { type EmailTemplate, emailTemplates, templates } from './templates.ts';
