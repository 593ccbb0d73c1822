import { reach, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Context, Services } from '../context.ts';
import { getOrderByToken, lockOrder, type OrderView } from '../orders/index.ts';
import { type Attempt, endAttempt, findLiveAttempt, insertAttempt, openAttempt } from './attempt-store.ts';
import type { CheckoutRequest } from './gateway.ts';
import { lockPaymentOfOrder } from './payment-store.ts';
import type { StartCheckoutInput } from './schemas.ts';
import { syncPayment } from './sync-payment.ts';

/** Stripe accepts nothing shorter than 30 minutes from when it hears of it. */
const sessionMinutes = 35;
const reuseMarginMs = 60_000;

type PaymentContext = Pick<Context, 'db' | 'now' | 'gateway' | 'logger' | 'storefrontUrl'>;

/**
 * Opens the gateway's payment page for an unpaid order: record the attempt, call, apply the answer. A payment has at
 * most one live attempt, whose id is the idempotency key, so clicking twice, retrying or crashing leads to one session.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_PAYABLE with `status`, ORDER_EXPIRED, PAYMENT_GATEWAY_UNAVAILABLE,
 * PAYMENT_GATEWAY_REFUSED
 */
export async function startCheckout(
  ctx: PaymentContext,
  input: StartCheckoutInput,
): Promise<{ url: string }> {
  const { attempt, orderId } = await recordAttempt(ctx, input.orderToken);
  if (attempt.sessionUrl !== null && !isEnding(attempt, ctx.now())) return { url: attempt.sessionUrl };
  if (attempt.sessionRef !== null) {
    await replaceEndedAttempt(ctx, { attempt, orderToken: input.orderToken, sessionRef: attempt.sessionRef });
    return startCheckout(ctx, input);
  }
  const order = await getOrderByToken(ctx.db, input.orderToken);
  reach('start-checkout.before-call');
  const session = await ctx.gateway.createCheckout(checkoutOf(ctx, { order, orderId, attempt }));
  reach('start-checkout.after-call');
  await ctx.db.transaction((tx) => openAttempt(tx, attempt.id, session));
  return { url: session.url };
}

function isEnding(attempt: Attempt, now: Date): boolean {
  return attempt.expiresAt.getTime() - now.getTime() < reuseMarginMs;
}

async function recordAttempt(
  ctx: PaymentContext,
  token: string,
): Promise<{ attempt: Attempt; orderId: string }> {
  return ctx.db.transaction(async (tx) => {
    const order = await lockOrder(tx, { token });
    if (order.status === 'expired') throw new ShopError('ORDER_EXPIRED');
    if (order.status !== 'pending') throw new ShopError('ORDER_NOT_PAYABLE', { status: order.status });
    const payment = await lockPaymentOfOrder(tx, order.id);
    if (payment.status !== 'pending' && payment.status !== 'failed') {
      throw new ShopError('ORDER_NOT_PAYABLE', { status: payment.status });
    }
    if (order.expiresAt <= ctx.now()) throw new ShopError('ORDER_EXPIRED');
    return { attempt: await currentAttempt(tx, payment.id, ctx.now()), orderId: order.id };
  });
}

async function currentAttempt(tx: Transaction, paymentId: string, now: Date): Promise<Attempt> {
  const live = await findLiveAttempt(tx, paymentId);
  // One that never reached the gateway in time would be refused there for an expiry too near.
  if (live !== null && !(live.status === 'starting' && isEnding(live, now))) return live;
  if (live !== null) await endAttempt(tx, paymentId, 'expired');
  return insertAttempt(tx, paymentId, new Date(now.getTime() + sessionMinutes * 60_000));
}

async function replaceEndedAttempt(
  ctx: Pick<Services, 'db' | 'now' | 'gateway' | 'logger'>,
  ending: { readonly attempt: Attempt; readonly orderToken: string; readonly sessionRef: string },
): Promise<void> {
  await ctx.gateway.closeCheckout(ending.sessionRef);
  await syncPayment(ctx, { orderToken: ending.orderToken });
  await ctx.db.transaction(async (tx) => {
    const live = await findLiveAttempt(tx, ending.attempt.paymentId);
    if (live?.id === ending.attempt.id) await endAttempt(tx, live.paymentId, 'expired');
  });
}

function checkoutOf(
  ctx: PaymentContext,
  {
    order,
    orderId,
    attempt,
  }: { readonly order: OrderView; readonly orderId: string; readonly attempt: Attempt },
): CheckoutRequest {
  const page = `${ctx.storefrontUrl}/orders/${order.token}`;
  return {
    attemptId: attempt.id,
    orderId,
    orderNumber: order.number,
    email: order.email,
    currency: order.currency,
    lines: linesOf(order),
    successUrl: `${page}?payment=return`,
    cancelUrl: `${page}?payment=cancelled`,
    expiresAt: attempt.expiresAt,
  };
}

/** The order as lines whose amounts sum to its total: goods after discount, shipping, tax where it is added. */
function linesOf({ lines, pricing, shippingName }: OrderView): CheckoutRequest['lines'] {
  const goods = lines.map((line) => ({
    name:
      [line.productName, line.variantName].filter(Boolean).join(' – ') +
      (line.quantity > 1 ? ` × ${line.quantity}` : ''),
    amountMinor: line.subtotalMinor - line.discountMinor,
  }));
  const shipping =
    pricing.shippingMinor > 0 ? [{ name: shippingName, amountMinor: pricing.shippingMinor }] : [];
  const tax =
    !pricing.taxInclusive && pricing.taxMinor > 0 ? [{ name: 'Tax', amountMinor: pricing.taxMinor }] : [];
  return [...goods, ...shipping, ...tax];
}
