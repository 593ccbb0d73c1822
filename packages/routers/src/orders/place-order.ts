import { appendEvents, reach, type Transaction } from '@turing/db';
import { isPaidLater, ShopError } from '@turing/domain';
import { allocateLines, recordSales } from '../products/index.ts';
import { type CartContents, viewCart } from './cart-pricing.ts';
import { type Cart, onceOnCart } from './cart-store.ts';
import { priceCheckout } from './checkout-pricing.ts';
import type { PlacedOrder, PlaceOrderInput } from './checkout-schemas.ts';
import type { ShopContext } from './context.ts';
import { lockTender } from './credit/tender-cart.ts';
import { spendCredit } from './credit/index.ts';
import type { CartLook } from './cart-look.ts';
import { loadCartContents, lookNow } from './find-cart.ts';
import { assertPaymentMethod } from './payment-methods.ts';
import type { Actor } from './order-store.ts';
import { askBefore, type Outside, outsideOf } from './outside/index.ts';
import { insertOrder } from './place-order-store.ts';
import { addressFor, readRecipient, type Recipient } from './recipient.ts';
import { redeemForOrder } from './promotions/redeem-for-order.ts';
import { newSecretToken } from './secret-token.ts';
import { confirmOrder } from './confirm-order.ts';

/** How long stock is kept for an order that is not paid yet. */
const holdMinutes = 60;

/**
 * Turns a cart into an order awaiting payment, with its stock allocated, in one transaction; one that is paid later, by
 * invoice or on delivery, is confirmed at once. One cart gives at most one
 * order: the cart row is locked and `order.cart_id` is unique. Lock order: idempotency record, cart, promotion, credit
 * accounts by id, stock levels by id.
 * @throws ADDRESS_INVALID with `fields`; CART_NOT_FOUND; CART_EMPTY; CART_ALREADY_ORDERED with `orderToken`;
 * PRODUCT_OUT_OF_STOCK; PRICE_UNAVAILABLE; SHIPPING_UNAVAILABLE; SHIPPING_METHOD_NOT_FOUND; QUOTE_EXPIRED;
 * TAX_UNAVAILABLE; CART_TOTAL_CHANGED with
 * `totalMinor`; CREDIT_CHANGED with `creditMinor` and `dueMinor`; PROMOTION_EXHAUSTED; PAYMENT_METHOD_UNAVAILABLE;
 * IDEMPOTENCY_KEY_REUSED
 */
export async function placeOrder(ctx: ShopContext, input: PlaceOrderInput): Promise<PlacedOrder> {
  const recipient = readRecipient(input);
  assertPaymentMethod(ctx, input.paymentMethod);
  const { token, idempotencyKey: key } = input;
  const look = { ...(await lookNow(ctx)), email: input.email };
  await askBefore(ctx, { ...input, recipient }, look);
  const outside = outsideOf(ctx, look.now);
  const receipt = await ctx.db.transaction((tx) =>
    onceOnCart(tx, { token, key, operation: 'checkout.place', input, look }, (cart) =>
      place(tx, cart, {
        ...input,
        ...look,
        recipient,
        outside: { ...outside, connection: tx, mayAsk: false },
      }),
    ),
  );
  reach('place.after-commit');
  return { ...receipt, expiresAt: new Date(receipt.expiresAt) };
}

interface Placing extends Omit<PlaceOrderInput, 'email'>, CartLook {
  readonly email: string;
  readonly recipient: Recipient;
  readonly outside: Outside;
}

async function place(tx: Transaction, cart: Cart, placing: Placing) {
  const contents = await loadCartContents(tx, cart, placing);
  assertSellable(contents);
  const { recipient, shippingMethod } = placing;
  const terms = await priceCheckout(placing.outside, contents, { ...recipient.place, shippingMethod });
  const address = addressFor(recipient, terms.offer.pickup);
  const { totalMinor } = terms.priced;
  if (totalMinor !== placing.expectedTotalMinor) throw new ShopError('CART_TOTAL_CHANGED', { totalMinor });
  const customerId = placing.customerId ?? cart.customerId;
  const buyer = { customerId, email: placing.email };
  const used = await redeemForOrder(tx, { promotions: cart.promotions, priced: terms.priced }, buyer);
  const tender = await lockTender(tx, contents, { ...placing, ...terms.priced });
  const { creditMinor, dueMinor, parts } = tender;
  const pickupLocationId = terms.offer.pickup?.locationId ?? null;
  const allocations = await allocateLines(tx, cart.lines, pickupLocationId);
  const order = {
    token: newSecretToken(),
    customerId,
    email: placing.email,
    address,
    pickupLocationId,
    note: placing.note,
    placedAt: placing.now,
    expiresAt: new Date(placing.now.getTime() + holdMinutes * 60_000),
    promotions: used,
    creditMinor,
    paymentMethod: placing.paymentMethod,
    isAccepted: dueMinor > 0 && isPaidLater(placing.paymentMethod),
    actor: actorOf(customerId),
  };
  const { id, number } = await insertOrder(tx, order, { contents, terms, allocations });
  await spendCredit(tx, { orderId: id, parts, round: 0 });
  await announce(tx, { ...order, id, dueMinor });
  if (order.isAccepted) await recordSales(tx, cart.lines);
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

function actorOf(customerId: string | null): Actor {
  return customerId === null ? { kind: 'guest', id: null } : { kind: 'customer', id: customerId };
}

interface Announcement {
  readonly id: string;
  readonly dueMinor: number;
  readonly isAccepted: boolean;
  readonly placedAt: Date;
  readonly expiresAt: Date;
}

/** An order with nothing left to pay, or paid later, is confirmed at once; any other ends when its time is over. */
async function announce(tx: Transaction, announced: Announcement): Promise<void> {
  const { id, dueMinor, isAccepted, placedAt, expiresAt } = announced;
  const expiry = { task: 'expire-order', payload: { orderId: id }, key: `expire:${id}`, runAt: expiresAt };
  const placed = { type: 'order.placed', entityId: id, payload: {} };
  const confirmed = { ...placed, type: 'order.confirmed' };
  await appendEvents(
    tx,
    isAccepted ? [placed, confirmed] : [placed],
    isAccepted || dueMinor === 0 ? [] : [expiry],
  );
  if (dueMinor === 0) await confirmOrder(tx, { orderId: id, now: placedAt });
}
