export interface TestCard {
  number: string;
  brand: 'amex' | 'mastercard' | 'visa';
  label: string;
  outcome: 'approved' | 'authentication_required' | Decline;
}

export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

const decline = { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' };
const insufficientFunds = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};
const expired = { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' };
const incorrectCvc = {
  code: 'incorrect_cvc',
  declineCode: 'incorrect_cvc',
  message: "Your card's security code is incorrect.",
};
const processingError = {
  code: 'processing_error',
  declineCode: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
};
/** What Stripe answers when the bank wants the shopper to authenticate and the shopper is not there. */
export const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** https://docs.stripe.com/testing: the payment method id each card answers to, and what happens to it. */
export const testCards: Record<string, TestCard> = {
  pm_card_visa: { number: '4242424242424242', brand: 'visa', label: 'Succeeds', outcome: 'approved' },
  pm_card_mastercard: {
    number: '5555555555554444',
    brand: 'mastercard',
    label: 'Succeeds (Mastercard)',
    outcome: 'approved',
  },
  pm_card_amex: {
    number: '378282246310005',
    brand: 'amex',
    label: 'Succeeds (American Express)',
    outcome: 'approved',
  },
  pm_card_chargeDeclined: { number: '4000000000000002', brand: 'visa', label: 'Declined', outcome: decline },
  pm_card_chargeDeclinedInsufficientFunds: {
    number: '4000000000009995',
    brand: 'visa',
    label: 'Insufficient funds',
    outcome: insufficientFunds,
  },
  pm_card_chargeDeclinedExpiredCard: {
    number: '4000000000000069',
    brand: 'visa',
    label: 'Expired',
    outcome: expired,
  },
  pm_card_chargeDeclinedIncorrectCvc: {
    number: '4000000000000127',
    brand: 'visa',
    label: 'Incorrect CVC',
    outcome: incorrectCvc,
  },
  pm_card_chargeDeclinedProcessingError: {
    number: '4000000000000119',
    brand: 'visa',
    label: 'Processing error',
    outcome: processingError,
  },
  pm_card_authenticationRequired: {
    number: '4000002760003184',
    brand: 'visa',
    label: '3-D Secure',
    outcome: 'authentication_required',
  },
  pm_card_threeDSecure2Required: {
    number: '4000000000003220',
    brand: 'visa',
    label: '3-D Secure 2',
    outcome: 'authentication_required',
  },
};

export function findCardByNumber(number: string): TestCard | undefined {
  return Object.values(testCards).find((card) => card.number === number);
}

export function groupDigits(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
