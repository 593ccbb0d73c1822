import type { Reader, Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';

export interface FoundAccount {
  readonly id: string;
  readonly lastFour: string | null;
  readonly currency: Currency;
  readonly balanceMinor: number;
  readonly expiresAt: Date | null;
  readonly disabledAt: Date | null;
}

function selectAccount(reader: Reader) {
  return reader
    .selectFrom('credit_account')
    .select([
      'id',
      'last_four as lastFour',
      'currency',
      'balance_minor as balanceMinor',
      'expires_at as expiresAt',
      'disabled_at as disabledAt',
    ])
    .$narrowType<{ currency: Currency; expiresAt: Date | null; disabledAt: Date | null }>();
}

export async function findCardByHash(reader: Reader, hash: string): Promise<FoundAccount | null> {
  return (await selectAccount(reader).where('code_hash', '=', hash).executeTakeFirst()) ?? null;
}

export async function findStoreCredit(
  reader: Reader,
  { customerId, currency }: { readonly customerId: string; readonly currency: Currency },
): Promise<FoundAccount | null> {
  const select = selectAccount(reader).where('customer_id', '=', customerId).where('currency', '=', currency);
  return (await select.executeTakeFirst()) ?? null;
}

/** Puts an account on a locked cart; one that is there stays. */
export async function attachCredit(tx: Transaction, cartId: string, accountId: string): Promise<void> {
  await tx
    .insertInto('cart_credit')
    .values({ cart_id: cartId, account_id: accountId })
    .onConflict((conflict) => conflict.columns(['cart_id', 'account_id']).doNothing())
    .execute();
}

export async function detachCredit(tx: Transaction, cartId: string, accountId: string): Promise<void> {
  await tx
    .deleteFrom('cart_credit')
    .where('cart_id', '=', cartId)
    .where('account_id', '=', accountId)
    .execute();
}

export interface NewGiftCard {
  readonly currency: Currency;
  readonly code: { readonly seed: string; readonly hash: string; readonly lastFour: string };
  readonly expiresAt: Date | null;
  readonly deliverAt: Date | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly senderName: string | null;
  readonly message: string | null;
  /** The unit of an order's line it was bought as. */
  readonly bought: { readonly orderId: string; readonly orderLineId: string; readonly unit: number } | null;
}

/** A card without money on it; null when that unit of its line has one. */
export async function insertGiftCard(tx: Transaction, card: NewGiftCard): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into credit_account (kind, currency, code_seed, code_hash, last_four, expires_at, deliver_at, recipient_name,
      recipient_email, sender_name, message, order_id, order_line_id, unit)
    values ('gift_card', ${card.currency}, ${card.code.seed}, ${card.code.hash}, ${card.code.lastFour}, ${card.expiresAt},
      ${card.deliverAt}, ${card.recipientName}, ${card.recipientEmail}, ${card.senderName}, ${card.message},
      ${card.bought?.orderId ?? null}, ${card.bought?.orderLineId ?? null}, ${card.bought?.unit ?? null})
    on conflict (order_line_id, unit) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}
