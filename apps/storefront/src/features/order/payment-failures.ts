/** Sentences for the gateway's failure codes. Source: docs.stripe.com/declines/codes. */
const sentences: Readonly<Record<string, string>> = {
  insufficient_funds: 'The card does not have enough funds. Another card will do.',
  expired_card: 'The card has expired. Use another one.',
  incorrect_cvc: 'The security code was not right. Check it, or use another card.',
  incorrect_number: 'The card number was not right. Check it, or use another card.',
  authentication_required:
    'Your bank wanted to be sure it was you, and was not. Try again, or use another card.',
  payment_intent_authentication_failure:
    'Your bank wanted to be sure it was you, and was not. Try again, or use another card.',
  processing_error: 'The bank could not process the payment just now. Try again in a minute.',
};

/** Why a payment was declined, in words that help. */
export function explainDecline(code: string | null): string {
  const known = code === null ? undefined : sentences[code];
  return known ?? 'Your bank declined the payment. Nothing was charged. Try again, or use another card.';
}
