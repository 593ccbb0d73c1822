import { appendEvent, reach, type Transaction } from '@turing/db';
import { normaliseAddress, ShopError, validateAddress } from '@turing/domain';
import { allocateLines } from '../products/index.ts';
import { type CartContents, viewCart } from './cart-pricing.ts';
import { type Cart, onceOnCart } from './cart-store.ts';
import { type CheckoutTerms, priceCheckout } from './checkout-pricing.ts';
import type { PlacedOrder, PlaceOrderInput } from './checkout-schemas.ts';
import type { ShopContext } from './context.ts';
import { lockTender } from './credit/tender-cart.ts';
import { spendCredit } from './credit/index.ts';
import { type CartLook, loadCartContents, lookNow } from './find-cart.ts';
import type { Actor } from './order-store.ts';
import { insertOrder } from './place-order-store.ts';
import { redeemPromotion } from './promotion-store.ts';
import { newSecretToken } from './secret-token.ts';
import { confirmOrder } from './confirm-order.ts';

/** How long stock is kept for an order that is not paid yet. */
const holdMinutes = 60;

/**
 * Turns a cart into an order awaiting payment, with its stock allocated, in one transaction. One cart gives at most one
 * order: the cart row is locked and `order.cart_id` is unique. Lock order: idempotency record, cart, promotion, credit
 * accounts by id, stock levels by id.
 * @throws ADDRESS_INVALID with `fields`; CART_NOT_FOUND; CART_EMPTY; CART_ALREADY_ORDERED with `orderToken`;
 * PRODUCT_OUT_OF_STOCK; PRICE_UNAVAILABLE; SHIPPING_UNAVAILABLE; SHIPPING_METHOD_NOT_FOUND; CART_TOTAL_CHANGED with
 * `totalMinor`; CREDIT_CHANGED with `creditMinor` and `dueMinor`; PROMOTION_EXHAUSTED; IDEMPOTENCY_KEY_REUSED
 */
export async function placeOrder(ctx: ShopContext, input: PlaceOrderInput): Promise<PlacedOrder> {
  const fields = validateAddress(input.address);
  if (fields.length > 0) throw new ShopError('ADDRESS_INVALID', { fields });
  const { token, idempotencyKey: key } = input;
  const address = normaliseAddress(input.address);
  const look = await lookNow(ctx);
  const receipt = await ctx.db.transaction((tx) =>
    onceOnCart(
      tx,
      { token, key, operation: 'checkout.place', input, viewer: look.customerId, now: look.now },
      (cart) => place(tx, cart, { ...input, address, ...look }),
    ),
  );
  reach('place.after-commit');
  return { ...receipt, expiresAt: new Date(receipt.expiresAt) };
}

type Placing = PlaceOrderInput & CartLook;

async function place(tx: Transaction, cart: Cart, placing: Placing) {
  const contents = await loadCartContents(tx, cart, placing);
  assertSellable(contents);
  const { country, region } = placing.address;
  const terms = await priceCheckout(tx, contents, {
    country,
    region,
    shippingMethod: placing.shippingMethod,
  });
  const { totalMinor } = terms.priced;
  if (totalMinor !== placing.expectedTotalMinor) throw new ShopError('CART_TOTAL_CHANGED', { totalMinor });
  const redeemed = await redeem(tx, contents, terms);
  const tender = await lockTender(tx, contents, { ...placing, ...terms.priced });
  const { creditMinor, dueMinor, parts } = tender;
  const allocations = await allocateLines(tx, cart.lines);
  const customerId = placing.customerId ?? cart.customerId;
  const order = {
    token: newSecretToken(),
    customerId,
    email: placing.email,
    address: placing.address,
    note: placing.note,
    placedAt: placing.now,
    expiresAt: new Date(placing.now.getTime() + holdMinutes * 60_000),
    redeemed,
    creditMinor,
    actor: actorOf(customerId),
  };
  const { id, number } = await insertOrder(tx, order, { contents, terms, allocations });
  await spendCredit(tx, { orderId: id, parts, round: 0 });
  await announce(tx, { id, dueMinor, placedAt: order.placedAt, expiresAt: order.expiresAt });
  reach('place.before-commit');
  return {
    orderToken: order.token,
    number,
    totalMinor,
    dueMinor,
    currency: cart.currency,
    expiresAt: order.expiresAt.toISOString(),
  };
}

function assertSellable(contents: CartContents): void {
  const { lines } = viewCart(contents);
  if (lines.length === 0) throw new ShopError('CART_EMPTY');
  for (const line of lines) {
    const { variantId, available } = line;
    if (line.notice === 'unavailable') throw new ShopError('PRICE_UNAVAILABLE', { variantId });
    if (line.notice === 'out_of_stock' || line.notice === 'insufficient_stock') {
      throw new ShopError('PRODUCT_OUT_OF_STOCK', { variantId, available });
    }
  }
}

async function redeem(
  tx: Transaction,
  { promotion }: CartContents,
  { priced }: CheckoutTerms,
): Promise<boolean> {
  if (promotion === null || priced.promotions[0]?.applied !== true) return false;
  if (await redeemPromotion(tx, promotion.id)) return true;
  throw new ShopError('PROMOTION_EXHAUSTED', { code: promotion.code });
}

function actorOf(customerId: string | null): Actor {
  return customerId === null ? { kind: 'guest', id: null } : { kind: 'customer', id: customerId };
}

interface Announcement {
  readonly id: string;
  readonly dueMinor: number;
  readonly placedAt: Date;
  readonly expiresAt: Date;
}

/** An order with nothing left to pay is confirmed at once; any other ends when its time is over. */
async function announce(tx: Transaction, { id, dueMinor, placedAt, expiresAt }: Announcement): Promise<void> {
  const expiry = { task: 'expire-order', payload: { orderId: id }, key: `expire:${id}`, runAt: expiresAt };
  const message = { type: 'order.placed', entityId: id, payload: {} };
  await appendEvent(tx, message, dueMinor === 0 ? [] : [expiry]);
  if (dueMinor === 0) await confirmOrder(tx, { orderId: id, now: placedAt });
}
