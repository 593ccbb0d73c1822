/** The words a shopper says yes to at checkout, with or without an account. */
export const checkoutConsentWording =
  'Send me news and offers by e-mail, and remind me once if I leave something in my cart. One click stops it.';

/**
 * The words a customer says yes to when they ask for marketing e-mail. Kept with each yes, as article 7 of the GDPR
 * wants it shown; other words are another text, so change them here and nowhere else.
 */
export const marketingConsentWording =
  'Send me news and offers by e-mail, about once a month. I can stop this at any time in my account.';
