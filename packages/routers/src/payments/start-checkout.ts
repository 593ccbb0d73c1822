import { reach, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Context, Services } from '../context.ts';
import {
  endAttempts,
  getOrderByToken,
  isOpen,
  type LockedOrder,
  lockOrder,
  lockPayments,
  type OrderView,
  type Payment,
} from '../orders/index.ts';
import { type Attempt, findLiveAttempt, insertAttempt, openAttempt } from './attempt-store.ts';
import { checkoutLines } from './checkout-lines.ts';
import type { CheckoutRequest } from './gateway.ts';
import type { StartCheckoutInput } from './schemas.ts';
import { syncPayment } from './sync-payment.ts';

/** Stripe accepts nothing shorter than 30 minutes from when it hears of it. */
const sessionMinutes = 35;
const reuseMarginMs = 60_000;

type PaymentContext = Pick<Context, 'db' | 'now' | 'gateway' | 'logger' | 'storefrontUrl'>;

/**
 * Opens the gateway's payment page for what an order owes, itself or a difference: record the attempt, call, apply the
 * answer. A payment has at most one live attempt, whose id is the idempotency key, so clicking twice, retrying or crashing
 * leads to one session.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_PAYABLE with `status`, ORDER_EXPIRED, PAYMENT_GATEWAY_UNAVAILABLE,
 * PAYMENT_GATEWAY_REFUSED
 */
export async function startCheckout(
  ctx: PaymentContext,
  input: StartCheckoutInput,
): Promise<{ url: string }> {
  const { attempt, payment } = await recordAttempt(ctx, input.orderToken);
  if (attempt.sessionUrl !== null && !isEnding(attempt, ctx.now())) return { url: attempt.sessionUrl };
  if (attempt.sessionRef !== null) {
    await replaceEndedAttempt(ctx, { attempt, orderToken: input.orderToken, sessionRef: attempt.sessionRef });
    return startCheckout(ctx, input);
  }
  const order = await getOrderByToken(ctx.db, input.orderToken);
  reach('start-checkout.before-call');
  const session = await ctx.gateway.createCheckout(checkoutOf(ctx, { order, payment, attempt }));
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
): Promise<{ attempt: Attempt; payment: Payment }> {
  return ctx.db.transaction(async (tx) => {
    const order = await lockOrder(tx, { token });
    const payment = choosePayable(order, await lockPayments(tx, order.id), ctx.now());
    return { attempt: await currentAttempt(tx, payment.id, ctx.now()), payment };
  });
}

/** What is paid next at the gateway: the order itself while it waits for that, then differences from the oldest. */
function choosePayable(order: LockedOrder, payments: readonly Payment[], now: Date): Payment {
  if (order.status === 'expired') throw new ShopError('ORDER_EXPIRED');
  if (order.status === 'cancelled') throw new ShopError('ORDER_NOT_PAYABLE', { status: order.status });
  const purpose = order.status === 'pending' ? 'order' : 'difference';
  const asked = payments.filter((payment) => payment.purpose === purpose);
  const open = asked.find((payment) => payment.provider === 'stripe' && isOpen(payment));
  if (open === undefined) {
    const status = order.status === 'pending' ? asked[0]?.status : order.status;
    throw new ShopError('ORDER_NOT_PAYABLE', { status });
  }
  if (purpose === 'order' && order.expiresAt <= now) throw new ShopError('ORDER_EXPIRED');
  return open;
}

async function currentAttempt(tx: Transaction, paymentId: string, now: Date): Promise<Attempt> {
  const live = await findLiveAttempt(tx, paymentId);
  // One that never reached the gateway in time would be refused there for an expiry too near.
  if (live !== null && !(live.status === 'starting' && isEnding(live, now))) return live;
  if (live !== null) await endAttempts(tx, paymentId, 'expired');
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
    if (live?.id === ending.attempt.id) await endAttempts(tx, live.paymentId, 'expired');
  });
}

function checkoutOf(
  ctx: PaymentContext,
  {
    order,
    payment,
    attempt,
  }: { readonly order: OrderView; readonly payment: Payment; readonly attempt: Attempt },
): CheckoutRequest {
  const page = `${ctx.storefrontUrl}/orders/${order.token}`;
  return {
    attemptId: attempt.id,
    orderId: payment.orderId,
    orderNumber: order.number,
    email: order.email,
    currency: order.currency,
    lines: checkoutLines(order, payment),
    successUrl: `${page}?payment=return`,
    cancelUrl: `${page}?payment=cancelled`,
    expiresAt: attempt.expiresAt,
  };
}
