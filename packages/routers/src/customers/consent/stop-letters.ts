import type { Transaction } from '@turing/db';
import { lockCustomer } from '../customer-store.ts';
import { type NewConsent, recordConsent } from './consent-store.ts';

/** A customer's no to letters that advertise, from outside the account. What is so already leaves no second record. */
export async function stopCustomerLetters(
  tx: Transaction,
  consent: Omit<NewConsent, 'granted'>,
): Promise<void> {
  const { marketingConsent } = await lockCustomer(tx, consent.customerId);
  if (marketingConsent) await recordConsent(tx, { ...consent, granted: false });
}
