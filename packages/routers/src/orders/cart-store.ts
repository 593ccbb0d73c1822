import { type Database, defineStatement, type Reader, runOn, type Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { Gift } from './credit/gift-schemas.ts';
import type { CartAccount } from './credit/tender-cart.ts';
import type { CartLook } from './cart-look.ts';
import { emailKeyOf } from './promotions/buyer-keys.ts';
import type { CartPromotion } from './promotions/cart-promotion.ts';
import { promotionsOf } from './promotions/cart-promotion-store.ts';
import {
  getReceipt,
  type IdempotentWrite,
  type Json,
  type RecordParams,
  recordParams,
  storeReceipt,
} from '../idempotency/idempotency-store.ts';

export interface CartLine {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly seenPriceMinor: number;
  /** Of a gift card, for whom each unit is. */
  readonly gifts: readonly Gift[];
}

export interface Cart {
  readonly id: string;
  readonly token: string;
  readonly customerId: string | null;
  readonly currency: Currency;
  /** Its codes in the order they were typed, then what runs without one; as they stand for who looks. */
  readonly promotions: readonly CartPromotion[];
  /** Gift cards and store credit, in the order in which they pay: what expires first, store credit last. */
  readonly credits: readonly CartAccount[];
  /** What the account whose cart it is has in its currency. */
  readonly storeCreditMinor: number;
  /** In the order they were added. */
  readonly lines: readonly CartLine[];
}

interface CartRow extends Cart {
  readonly orderToken: string | null;
}

interface FindParams {
  readonly token: string;
  readonly viewer: string | null;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly now: Date;
}

function paramsOf(token: string, { customerId, email = null, now }: CartLook): FindParams {
  return { token, viewer: customerId, email, emailKey: email === null ? null : emailKeyOf(email), now };
}

// The token of a cart that went into another at sign-in leads there.
const find = defineStatement<FindParams, CartRow>('cart_find', (db, param) => ({
  compile: () =>
    sql<CartRow>`
    select c.id, c.token, c.customer_id as "customerId", c.currency,
      ${promotionsOf({
        cartId: sql`c.id`,
        customerId: sql`coalesce(c.customer_id, ${param('viewer')}::uuid)`,
        email: sql`${param('email')}::text`,
        emailKey: sql`${param('emailKey')}::text`,
        now: sql`${param('now')}::timestamptz`,
      })} as promotions,
      (select o.token from "order" o where o.cart_id = c.id) as "orderToken",
      (select coalesce(json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'quantity', l.quantity,
                                                  'seenPriceMinor', l.seen_price_minor, 'gifts', l.gifts) order by l.created_at, l.id), '[]')
       from cart_line l where l.cart_id = c.id) as lines,
      (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'lastFour', a.last_four, 'currency', a.currency,
                                                  'balanceMinor', a.balance_minor, 'expiresAt', a.expires_at,
                                                  'isDisabled', a.disabled_at is not null)
                                order by a.kind, a.expires_at, k.created_at, a.id), '[]')
       from cart_credit k join credit_account a on a.id = k.account_id where k.cart_id = c.id) as credits,
      coalesce((select a.balance_minor from credit_account a
                where a.customer_id = c.customer_id and a.currency = c.currency and a.disabled_at is null), 0)
        as "storeCreditMinor"
    from cart asked join cart c on c.id = coalesce(asked.merged_into_id, asked.id)
    where asked.token = ${param('token')} and (c.customer_id is null or c.customer_id = ${param('viewer')}::uuid)`.compile(
      db,
    ),
}));

/** The open cart behind a token; null when there is none, it has become an order or it is another's. */
export async function findCart(reader: Reader, token: string, look: CartLook): Promise<Cart | null> {
  const [row] = await runOn(reader, find, paramsOf(token, look));
  return row === undefined || row.orderToken !== null ? null : row;
}

/** @throws CART_NOT_FOUND, also of another's, or CART_ALREADY_ORDERED with the `orderToken` it became. */
export async function getCart(reader: Reader, token: string, look: CartLook): Promise<Cart> {
  const [row] = await runOn(reader, find, paramsOf(token, look));
  if (row === undefined) throw new ShopError('CART_NOT_FOUND');
  const { orderToken, ...cart } = row;
  if (orderToken !== null) throw new ShopError('CART_ALREADY_ORDERED', { orderToken });
  return cart;
}

interface ClaimParams extends RecordParams {
  readonly token: string;
  readonly now: Date;
}

interface Claimed {
  readonly isClaimed: boolean;
  readonly lockedId: string | null;
}

// The cart is locked after its key, and only by who got the key.
const claim = defineStatement<ClaimParams, Claimed>('cart_claim', (db, param) => ({
  compile: () =>
    sql<Claimed>`
    with claimed as (
      insert into idempotency_record (scope, key, operation, request_hash, response)
      values (${param('scope')}, ${param('key')}, ${param('operation')}, ${param('requestHash')}, 'null')
      on conflict do nothing returning key
    ), touched as (
      update cart set updated_at = ${param('now')} from claimed, cart asked
      where asked.token = ${param('token')} and cart.id = coalesce(asked.merged_into_id, asked.id)
      returning cart.id
    )
    select exists (select from claimed) as "isClaimed", (select id from touched) as "lockedId"`.compile(db),
}));

/**
 * As `once`, of a cart that is locked meanwhile: its lines change one writer at a time. `work` is given the cart as it is
 * under the lock.
 * @throws CART_NOT_FOUND, CART_ALREADY_ORDERED, IDEMPOTENCY_KEY_REUSED
 */
export async function onceOnCart<Receipt extends Json>(
  tx: Transaction,
  {
    token,
    look,
    ...asked
  }: Omit<IdempotentWrite, 'scope'> & { readonly token: string; readonly look: CartLook },
  work: (cart: Cart) => Promise<Receipt>,
): Promise<Receipt> {
  const write = { ...asked, scope: `cart:${token}` };
  const [row] = await runOn(tx, claim, { ...recordParams(write), token, now: look.now });
  if (row?.isClaimed !== true) return (await getReceipt(tx, write)) as Receipt;
  const receipt = await work(await settleOn(tx, { token, look }, row.lockedId));
  await storeReceipt(tx, write, receipt);
  return receipt;
}

// Whoever waited for a cart that meanwhile went into another still has to lock that one.
async function settleOn(
  tx: Transaction,
  { token, look }: { readonly token: string; readonly look: CartLook },
  lockedId: string | null,
): Promise<Cart> {
  const cart = await getCart(tx, token, look);
  if (cart.id === lockedId) return cart;
  await tx.selectFrom('cart').select('id').where('id', '=', cart.id).forUpdate().execute();
  return settleOn(tx, { token, look }, cart.id);
}

interface NewCart {
  readonly token: string;
  readonly customerId: string | null;
  readonly currency: Currency;
  readonly line: Omit<CartLine, 'id'>;
  readonly now: Date;
}

type InsertParams = RecordParams & { readonly now: Date } & Omit<NewCart, 'line' | 'now'> &
  Omit<NewCart['line'], 'gifts'> & { readonly gifts: string };

interface MadeRow {
  readonly promotions: readonly CartPromotion[];
  readonly id: string;
  readonly lineId: string;
}

const insert = defineStatement<InsertParams, MadeRow>('cart_insert', (db, param) => ({
  compile: () =>
    sql<MadeRow>`
    with claimed as (
      insert into idempotency_record (scope, key, operation, request_hash, response)
      values (${param('scope')}, ${param('key')}, ${param('operation')}, ${param('requestHash')}, to_jsonb(${param('token')}::text))
      on conflict do nothing returning key
    ), made as (
      insert into cart (token, customer_id, currency)
      select ${param('token')}::text, ${param('customerId')}::uuid, ${param('currency')}::text from claimed returning id
    )
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor, gifts)
    select id, ${param('variantId')}::uuid, ${param('quantity')}::int, ${param('seenPriceMinor')}::bigint, ${param('gifts')}::jsonb
    from made
    returning cart_id as id, id as "lineId", ${promotionsOf({
      cartId: sql`null::uuid`,
      customerId: sql`${param('customerId')}::uuid`,
      email: sql`null::text`,
      emailKey: sql`null::text`,
      now: sql`${param('now')}::timestamptz`,
    })} as promotions`.compile(db),
}));

/** A cart with its first line, made once per key; null when the key has made one before, whose token is its receipt. */
export async function insertCart(
  db: Database,
  write: IdempotentWrite,
  { line, now, ...cart }: NewCart,
): Promise<Cart | null> {
  const gifts = JSON.stringify(line.gifts);
  const [made] = await runOn(db.reader, insert, { ...recordParams(write), ...cart, ...line, gifts, now });
  if (made === undefined) return null;
  const lines = [{ ...line, id: made.lineId }];
  return { ...cart, id: made.id, promotions: made.promotions, credits: [], storeCreditMinor: 0, lines };
}
