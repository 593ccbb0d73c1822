import type { Reader, Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface CreditAccount {
  readonly id: string;
  readonly kind: 'gift_card' | 'store_credit';
  readonly currency: Currency;
  readonly customerId: string | null;
  readonly balanceMinor: number;
  readonly expiresAt: Date | null;
  readonly disabledAt: Date | null;
  readonly version: number;
}

/** Locks accounts in id order: callers that lock the same ones queue and never deadlock. Unknown ids are left out. */
export async function lockAccounts(tx: Transaction, ids: readonly string[]): Promise<CreditAccount[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('credit_account')
    .select([
      'id',
      'kind',
      'currency',
      'customer_id as customerId',
      'balance_minor as balanceMinor',
      'expires_at as expiresAt',
      'disabled_at as disabledAt',
      'version',
    ])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .$narrowType<{ currency: Currency; expiresAt: Date | null; disabledAt: Date | null }>()
    .execute();
}

/** @throws CREDIT_ACCOUNT_NOT_FOUND */
export async function lockAccount(tx: Transaction, id: string): Promise<CreditAccount> {
  const [account] = await lockAccounts(tx, [id]);
  if (account === undefined) throw new ShopError('CREDIT_ACCOUNT_NOT_FOUND', { id });
  return account;
}

export interface NewEntry {
  readonly accountId: string;
  /** Says what is booked: the same thing twice is refused. */
  readonly key: string;
  readonly kind: 'issued' | 'spent' | 'returned' | 'adjusted';
  /** Above zero when it comes to the account. */
  readonly amountMinor: number;
  /** A word of the shop: `bought`, `order`, `refund`. */
  readonly reason: string;
  readonly orderId?: string | null | undefined;
  readonly staffId?: string | null | undefined;
  /** In the words of staff. */
  readonly note?: string | null | undefined;
}

/** Books entries of locked accounts; the database derives balances and refuses what would make one negative. */
export async function bookEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('credit_entry')
    .values(
      entries.map((entry) => ({
        account_id: entry.accountId,
        key: entry.key,
        kind: entry.kind,
        amount_minor: entry.amountMinor,
        reason: entry.reason,
        order_id: entry.orderId ?? null,
        staff_id: entry.staffId ?? null,
        note: entry.note ?? null,
      })),
    )
    .execute();
}

/** What has been booked under these keys. */
export async function findBooked(
  tx: Transaction,
  keys: readonly string[],
): Promise<{ accountId: string; amountMinor: number }[]> {
  if (keys.length === 0) return [];
  return tx
    .selectFrom('credit_entry')
    .select(['account_id as accountId', 'amount_minor as amountMinor'])
    .where('key', 'in', keys)
    .execute();
}

export interface OrderCredit {
  readonly id: string;
  readonly kind: CreditAccount['kind'];
  readonly lastFour: string | null;
  /** What it gave when the order last took it. */
  readonly takenMinor: number;
  /** What it gave and has not got back. */
  readonly leftMinor: number;
  /** How often the order took from it. */
  readonly rounds: number;
}

/** With which accounts an order was paid, in the order in which they paid. */
export async function listOrderCredits(reader: Reader, orderId: string): Promise<OrderCredit[]> {
  const { rows } = await sql<OrderCredit>`
    select a.id, a.kind, a.last_four as "lastFour", booked.rounds, booked.taken as "takenMinor", booked.remaining as "leftMinor"
    from (
      select account_id, count(*) filter (where kind = 'spent')::int as rounds, -sum(amount_minor)::int8 as remaining,
        -(array_agg(amount_minor order by created_at desc, id desc) filter (where kind = 'spent'))[1]::int8 as taken,
        min(created_at) as first_at, min(id::text) as first_id
      from credit_entry where order_id = ${orderId} and kind in ('spent', 'returned') group by account_id
    ) booked join credit_account a on a.id = booked.account_id
    order by booked.first_at, booked.first_id`.execute(reader);
  return rows;
}

/** Money that came back can be spent for a while, also where the card was about to expire. */
export async function prolongCards(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('credit_account')
    .set({ expires_at: sql`greatest(expires_at, now() + interval '90 days')` })
    .where('id', 'in', ids)
    .where('expires_at', 'is not', null)
    .execute();
}

/** The store credit of a customer in a currency, locked; made when there was none. @throws CUSTOMER_NOT_FOUND */
export async function lockStoreCredit(
  tx: Transaction,
  { customerId, currency }: { readonly customerId: string; readonly currency: Currency },
): Promise<CreditAccount> {
  await sql`
    insert into credit_account (kind, customer_id, currency)
    select 'store_credit', id, ${currency} from customer where id = ${customerId}
    on conflict (customer_id, currency) do nothing`.execute(tx);
  const row = await tx
    .selectFrom('credit_account')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('currency', '=', currency)
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('CUSTOMER_NOT_FOUND', { customerId });
  return lockAccount(tx, row.id);
}
