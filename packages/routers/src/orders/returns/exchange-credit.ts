import type { Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { bookEntries, insertGiftCard, issueStoreCredit, newGiftCardCode } from '../credit/index.ts';

export interface ExchangeCredit {
  readonly returnId: string;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly staffId: string;
  readonly giftCardSecret: string;
}

/**
 * Turns what came back into credit that pays for the new order: store credit of an account, a card for a guest, whom it is
 * sent to only if money comes back to it. The account is locked. @returns its id
 */
export async function openExchangeCredit(tx: Transaction, credit: ExchangeCredit): Promise<string> {
  const { customerId, currency, amountMinor, orderId, staffId } = credit;
  const key = `exchange:${credit.returnId}`;
  const booking = { amountMinor, reason: 'exchange', orderId, staffId };
  if (customerId !== null) {
    const { accountId } = await issueStoreCredit(tx, { ...booking, customerId, currency, key });
    return accountId;
  }
  const accountId = await insertGiftCard(tx, {
    currency,
    code: newGiftCardCode(credit.giftCardSecret),
    expiresAt: null,
    deliverAt: null,
    recipientName: null,
    recipientEmail: credit.email,
    senderName: null,
    message: null,
    bought: null,
  });
  if (accountId === null) throw new Error('a card for an exchange was not written');
  await bookEntries(tx, [{ ...booking, accountId, key: `issue:${key}`, kind: 'issued' }]);
  return accountId;
}
