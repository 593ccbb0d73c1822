import type { Transaction } from '@turing/db';
import { bookEntries, listOrderCredits, lockAccounts } from './ledger-store.ts';

export interface Spending {
  readonly orderId: string;
  readonly parts: readonly { readonly id: string; readonly amountMinor: number }[];
  /** How often the order took credit before. */
  readonly round: number;
}

/** Books what locked accounts pay of an order. */
export async function spendCredit(tx: Transaction, { orderId, parts, round }: Spending): Promise<void> {
  await bookEntries(
    tx,
    parts.map(({ id, amountMinor }) => ({
      accountId: id,
      key: `spend:${orderId}:${round}:${id}`,
      kind: 'spent',
      amountMinor: -amountMinor,
      reason: 'order',
      orderId,
    })),
  );
}

/**
 * Locks what an expired order would have to take again; null when an account has not that much any more or was disabled.
 * A card that expired meanwhile still pays: the order was placed in time. Lock order: accounts by id, before stock.
 */
export async function lockCreditAgain(
  tx: Transaction,
  { id: orderId, creditMinor }: { readonly id: string; readonly creditMinor: number },
): Promise<Spending | null> {
  const credits = creditMinor === 0 ? [] : await listOrderCredits(tx, orderId);
  const accounts = await lockAccounts(
    tx,
    credits.map(({ id }) => id),
  );
  const parts = credits.map(({ id, takenMinor }) => ({ id, amountMinor: takenMinor }));
  const isCovered = parts.every(({ id, amountMinor }) => {
    const account = accounts.find((one) => one.id === id);
    return account !== undefined && account.disabledAt === null && account.balanceMinor >= amountMinor;
  });
  const round = Math.max(0, ...credits.map(({ rounds }) => rounds));
  return isCovered ? { orderId, parts, round } : null;
}
