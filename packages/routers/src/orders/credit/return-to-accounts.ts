import type { Reader, Transaction } from '@turing/db';
import { returnCreditTo, ShopError } from '@turing/domain';
import {
  bookEntries,
  findBooked,
  listOrderCredits,
  lockAccounts,
  type OrderCredit,
  prolongCards,
} from './ledger-store.ts';

export interface CreditReturn {
  readonly orderId: string;
  readonly amountMinor: number;
  /** Says what it is for, as `refund:<id>`: the same key books once, whoever repeats it. */
  readonly key: string;
  /** A word of the shop: `refund`, `return`, `order_edited`. */
  readonly reason: string;
  readonly staffId?: string | null;
  /** In the words of staff. */
  readonly note?: string | null;
}

export interface ReturnedCredit {
  readonly returnedMinor: number;
  readonly accounts: readonly { readonly accountId: string; readonly amountMinor: number }[];
}

/**
 * Gives part of an order's credit back to the accounts it came from, the last that paid first, in the transaction of what it
 * is for and once per key. The caller holds the order's lock. Lock order: accounts by id, after orders and before stock.
 * @throws REFUND_EXCEEDS_CAPTURE with `refundableMinor` when less of the order's credit is left; INPUT_INVALID
 */
export async function returnToAccounts(tx: Transaction, back: CreditReturn): Promise<ReturnedCredit> {
  const keyOf = (accountId: string) => `return:${back.key}:${accountId}`;
  const { ids } = await lockCreditsOf(tx, back.orderId);
  const booked = await findBooked(tx, ids.map(keyOf));
  if (booked.length > 0) return { returnedMinor: sumOf(booked), accounts: booked };
  const credits = await listOrderCredits(tx, back.orderId);
  const refundableMinor = credits.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
  if (back.amountMinor > refundableMinor)
    throw new ShopError('REFUND_EXCEEDS_CAPTURE', { amountMinor: back.amountMinor, refundableMinor });
  const accounts = returnCreditTo(back.amountMinor, credits).map(({ id, amountMinor }) => ({
    accountId: id,
    amountMinor,
  }));
  const { orderId, reason, staffId, note } = back;
  await bookReturns(
    tx,
    accounts.map((part) => ({ ...part, key: keyOf(part.accountId), orderId, reason, staffId, note })),
  );
  return { returnedMinor: sumOf(accounts), accounts };
}

/** What of an order's credit can still go back, by account in the order in which they paid. */
export async function findReturnableCredit(
  reader: Reader,
  orderId: string,
): Promise<{ readonly returnableMinor: number; readonly accounts: readonly OrderCredit[] }> {
  const accounts = (await listOrderCredits(reader, orderId)).filter(({ leftMinor }) => leftMinor > 0);
  return { returnableMinor: accounts.reduce((sum, { leftMinor }) => sum + leftMinor, 0), accounts };
}

/**
 * Gives everything back that an order still holds of its credit, as when it is cancelled or expires. The order's row is
 * locked by who calls, so that each holding ends once; the unique key of the round holds it a second time.
 */
export async function releaseCredit(
  tx: Transaction,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<void> {
  await lockCreditsOf(tx, orderId);
  const credits = (await listOrderCredits(tx, orderId)).filter(({ leftMinor }) => leftMinor > 0);
  await bookReturns(
    tx,
    credits.map(({ id, leftMinor, rounds }) => ({
      accountId: id,
      amountMinor: leftMinor,
      key: `release:${orderId}:${rounds}:${id}`,
      orderId,
      reason,
    })),
  );
}

type Returning = Omit<Parameters<typeof bookEntries>[1][number], 'kind'>;

async function bookReturns(tx: Transaction, parts: readonly Returning[]): Promise<void> {
  await bookEntries(
    tx,
    parts.map((part) => ({ ...part, kind: 'returned' })),
  );
  await prolongCards(
    tx,
    parts.map(({ accountId }) => accountId),
  );
}

async function lockCreditsOf(tx: Transaction, orderId: string): Promise<{ readonly ids: string[] }> {
  const ids = (await listOrderCredits(tx, orderId)).map(({ id }) => id);
  await lockAccounts(tx, ids);
  return { ids };
}

function sumOf(parts: readonly { readonly amountMinor: number }[]): number {
  return parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
