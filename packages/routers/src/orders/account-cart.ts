import type { Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { lockCustomer } from '../customers/index.ts';
import { promotionObstacle } from './cart-pricing.ts';
import { type Cart, getCart } from './cart-store.ts';
import type { CartLook } from './find-cart.ts';
import {
  giveCart,
  insertAccountCart,
  listCartsOf,
  lockCarts,
  mergeLines,
  type OpenCart,
} from './account-cart-store.ts';
import { findPromotion } from './promotion-store.ts';
import { newSecretToken } from './secret-token.ts';

/** Who signs in with which cart, and when. */
export interface SignedInCart {
  readonly customerId: string;
  readonly token: string | null;
  readonly now: Date;
}

/**
 * Makes one cart of a customer's open carts and the guest's cart behind the token: the account's oldest, or the guest's
 * where the account has none. Every line is kept: quantities add up past the limits of typing. Carts that became orders
 * stay as they are. Gives the token of the one, null where there is none. Lock order: the customer, the carts that are
 * given up, the one that stays.
 */
export async function gatherCarts(tx: Transaction, whose: SignedInCart): Promise<string | null> {
  await lockCustomer(tx, whose.customerId);
  const found = await listCartsOf(tx, whose);
  if (found.length > 0) await lockCarts(tx, [...found.slice(1), ...found.slice(0, 1)]);
  // What was ordered, merged or given away while we waited for the locks is no longer ours to touch.
  const locked = new Set(found.map(({ id }) => id));
  const [target, ...others] = (await listCartsOf(tx, whose)).filter(({ id }) => locked.has(id));
  if (target === undefined) return null;
  if (target.customerId === null) await giveCart(tx, target.id, whose.customerId);
  let kept = target;
  for (const other of others) kept = await merge(tx, { from: other, into: kept, now: whose.now });
  return kept.token;
}

interface Pair {
  readonly from: OpenCart;
  readonly into: OpenCart;
  readonly now: Date;
}

async function merge(tx: Transaction, { from, into, now }: Pair): Promise<OpenCart> {
  // What the shopper looks at now is the guest's: its currency, and its code before the account's.
  const isGuests = from.customerId === null && from.hasLines;
  const currency = isGuests ? from.currency : into.currency;
  const codes = isGuests ? [from.promotionId, into.promotionId] : [into.promotionId, from.promotionId];
  const promotionId = await firstUsable(tx, codes, { currency, now });
  await mergeLines(tx, { from: from.id, into: into.id, currency, promotionId, now });
  return { ...into, currency, promotionId, hasLines: into.hasLines || from.hasLines };
}

/** The first code that can be used today, else the first there is: the cart says why it does not count. */
async function firstUsable(
  tx: Transaction,
  ids: readonly (string | null)[],
  { currency, now }: { readonly currency: Currency; readonly now: Date },
): Promise<string | null> {
  const codes = ids.filter((id) => id !== null);
  if (codes.length < 2) return codes[0] ?? null;
  for (const id of codes) {
    const promotion = await findPromotion(tx, id);
    if (promotion !== null && promotionObstacle(promotion, currency, now) === null) return id;
  }
  return codes[0] ?? null;
}

/**
 * The one open cart of the customer who looks, locked; a new one when there is none.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function lockAccountCart(
  tx: Transaction,
  { customerId, now }: CartLook,
  currency: Currency,
): Promise<Cart> {
  if (customerId === null) throw new Error('a guest has no account cart');
  const token = await gatherCarts(tx, { customerId, token: null, now });
  if (token !== null) return getCart(tx, token, customerId);
  const made = { token: newSecretToken(), customerId, currency };
  await insertAccountCart(tx, made);
  return getCart(tx, made.token, customerId);
}
