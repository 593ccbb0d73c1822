import type { Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { lockCustomer } from '../customers/index.ts';
import { type Cart, getCart } from './cart-store.ts';
import type { CartLook } from './cart-look.ts';
import {
  giveCart,
  insertAccountCart,
  listCartsOf,
  lockCarts,
  mergeLines,
  type OpenCart,
} from './account-cart-store.ts';
import { newSecretToken } from './secret-token.ts';

/** Who signs in with which cart, and when. */
export interface SignedInCart {
  readonly customerId: string;
  readonly token: string | null;
  readonly now: Date;
}

/**
 * Makes one cart of a customer's open carts and the guest's cart behind the token: the account's oldest, or the guest's
 * where the account has none. Every line and every code is kept: quantities add up past the limits of typing. Carts that became orders
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
  // What the shopper looks at now is the guest's, and so is the currency.
  const isGuests = from.customerId === null && from.hasLines;
  const currency = isGuests ? from.currency : into.currency;
  await mergeLines(tx, { from: from.id, into: into.id, currency, now });
  return { ...into, currency, hasLines: into.hasLines || from.hasLines };
}

/**
 * The one open cart of the customer who looks, locked; a new one when there is none.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function lockAccountCart(tx: Transaction, look: CartLook, currency: Currency): Promise<Cart> {
  const { customerId, now } = look;
  if (customerId === null) throw new Error('a guest has no account cart');
  const token = await gatherCarts(tx, { customerId, token: null, now });
  if (token !== null) return getCart(tx, token, look);
  const made = { token: newSecretToken(), customerId, currency };
  await insertAccountCart(tx, made);
  return getCart(tx, made.token, look);
}
