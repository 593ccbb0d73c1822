import { humanise } from '../../lib/format.ts';

// Decline codes that staff are asked about most; the rest read well enough as words.
const known: Readonly<Record<string, string>> = {
  card_declined: 'The bank declined the card without a reason',
  generic_decline: 'The bank declined the card without a reason',
  insufficient_funds: 'Insufficient funds',
  expired_card: 'The card has expired',
  incorrect_cvc: 'The security code was wrong',
  authentication_required: 'The bank asked for 3-D Secure and it was not completed',
  payment_intent_authentication_failure: 'The bank asked for 3-D Secure and it was not completed',
  processing_error: 'The gateway had a problem; another try may work',
};

/** A gateway's failure code in words; null when there was none. */
export function declineReason(code: string | null): string | null {
  if (code === null || code === '') return null;
  return known[code] ?? humanise(code);
}
