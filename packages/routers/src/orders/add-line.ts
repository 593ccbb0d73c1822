import type { Transaction } from '@turing/db';
import { findReceipt, once } from '../idempotency/idempotency-store.ts';
import { loadPurchasables } from '../products/index.ts';
import { lockAccountCart } from './account-cart.ts';
import { updateCart } from './cart-line-store.ts';
import { viewCart } from './cart-pricing.ts';
import type { AddLineInput, CartView } from './cart-schemas.ts';
import { type Cart, getCart, insertCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import { giftsFor } from './credit/gifts.ts';
import type { CartLook } from './cart-look.ts';
import { loadCartContents, lookNow } from './find-cart.ts';
import { newSecretToken } from './secret-token.ts';
import { addVariant, judge } from './set-line.ts';
import { writeCart } from './write-cart.ts';

/**
 * Adds a variant to a cart, to a new one when no token is given. A cart in another currency follows the shopper's.
 * @throws CART_NOT_FOUND, CART_ALREADY_ORDERED, VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, PRODUCT_OUT_OF_STOCK,
 * CART_LIMIT_EXCEEDED, GIFT_CARD_RECIPIENT_REQUIRED, IDEMPOTENCY_KEY_REUSED
 */
export async function addLine(ctx: ShopContext, input: AddLineInput): Promise<CartView> {
  const { token } = input;
  if (token === null) {
    const look = await lookNow(ctx);
    return look.customerId === null ? addToNewCart(ctx, input, look) : addToAccountCart(ctx, input, look);
  }
  return writeCart(ctx, { operation: 'cart.addLine', input: { ...input, token } }, (tx, cart, look) =>
    add(tx, cart, { ...input, look }),
  );
}

async function add(
  tx: Transaction,
  cart: Cart,
  input: AddLineInput & { readonly look: CartLook },
): Promise<void> {
  if (cart.currency !== input.currency) await updateCart(tx, cart.id, { currency: input.currency });
  await addVariant(tx, { ...cart, currency: input.currency }, input);
}

/** A cart nobody knows yet needs no lock: one statement makes it, its line and its receipt, or nothing. */
async function addToNewCart(ctx: ShopContext, input: AddLineInput, look: CartLook): Promise<CartView> {
  const { variantId, quantity, currency, gift } = input;
  const { customerId, now } = look;
  const write = { scope: 'cart:new', key: input.idempotencyKey, operation: 'cart.addLine', input };
  const purchasables = await loadPurchasables(ctx.db.reader, [variantId], {
    currency,
    customerId,
    at: now,
    withGroups: true,
  });
  const gifts = gift === undefined ? [] : giftsFor(gift, quantity);
  const verdict = judge(purchasables.get(variantId), { variantId, quantity, gifts, currency });
  if ('line' in verdict) {
    const cart = await insertCart(ctx.db, write, {
      token: newSecretToken(),
      customerId,
      currency,
      line: verdict.line,
      now,
    });
    if (cart !== null) return viewCart({ cart, purchasables, now });
  }
  const token = await findReceipt(ctx.db.reader, write);
  if (typeof token === 'string') {
    const cart = await getCart(ctx.db.reader, token, look);
    return viewCart(await loadCartContents(ctx.db.reader, cart, look));
  }
  throw 'refusal' in verdict ? verdict.refusal : new Error('a cart was neither made nor there before');
}

/** A signed-in shopper has one open cart: what is added without a token goes there, from whichever device. */
async function addToAccountCart(ctx: ShopContext, input: AddLineInput, look: CartLook): Promise<CartView> {
  const { currency } = input;
  const write = { scope: 'cart:new', key: input.idempotencyKey, operation: 'cart.addLine', input };
  return ctx.db.transaction(async (tx) => {
    const token = await once(tx, write, async () => {
      const cart = await lockAccountCart(tx, look, currency);
      await add(tx, cart, { ...input, look });
      return cart.token;
    });
    return viewCart(await loadCartContents(tx, await getCart(tx, token, look), look));
  });
}
