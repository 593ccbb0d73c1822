import type { Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { bookEntries, findBooked, lockAccount, lockStoreCredit } from './ledger-store.ts';

export interface StoreCreditIssue {
  readonly customerId: string;
  readonly currency: Currency;
  readonly amountMinor: number;
  /** Says what it is for: the same key books once, whoever repeats it. */
  readonly key: string;
  /** A word of the shop: `return`, `exchange`, `goodwill`. */
  readonly reason: string;
  readonly orderId?: string | null;
  readonly staffId?: string | null;
  /** In the words of staff. */
  readonly note?: string | null;
}

/**
 * Gives a customer store credit in the transaction of what it is for, once per key. Lock order: the account, after orders
 * and promotions and before stock.
 * @throws CUSTOMER_NOT_FOUND, INPUT_INVALID unless the amount is above zero
 */
export async function issueStoreCredit(
  tx: Transaction,
  issue: StoreCreditIssue,
): Promise<{ readonly accountId: string; readonly balanceMinor: number }> {
  const { amountMinor } = issue;
  if (amountMinor <= 0) throw new ShopError('INPUT_INVALID', { amountMinor });
  const { id: accountId } = await lockStoreCredit(tx, issue);
  const key = `issue:${issue.key}`;
  if ((await findBooked(tx, [key])).length === 0) {
    await bookEntries(tx, [{ ...issue, accountId, key, kind: 'issued' }]);
  }
  const { balanceMinor } = await lockAccount(tx, accountId);
  return { accountId, balanceMinor };
}
