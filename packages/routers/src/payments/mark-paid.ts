import type { Transaction } from '@turing/db';
import { isPaidLater, nextPaymentState, ShopError } from '@turing/domain';
import type { Services } from '../context.ts';
import type { StaffContext } from '../customers/index.ts';
import {
  acceptOrder,
  type Actor,
  appendTimeline,
  confirmOrder,
  endAttempts,
  isOpen,
  type LockedOrder,
  lockPayment,
  type Payment,
  queueBoughtCards,
  settleDifference,
  type StaffOrderView,
  touchOrder,
  updatePayment,
  writeOrder,
} from '../orders/index.ts';
import { findLiveAttempt } from './attempt-store.ts';
import { insertReceipt, turnManual } from './receipt-store.ts';
import type { MarkPaidInput } from './schemas.ts';
import { syncAttempt } from './sync-payment.ts';

type MarkContext = StaffContext & Pick<Services, 'gateway'>;

/**
 * Writes down money that came past the gateway, for a payment in part or whole. One that waited for a card is paid by hand
 * from then on: its payment page is closed first and asked once more. An order that waited for it is confirmed.
 * @throws ORDER_NOT_FOUND, PAYMENT_NOT_FOUND, ORDER_NOT_PAYABLE with `status`, PAYMENT_EXCEEDS_DUE with `dueMinor`,
 * VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED, PAYMENT_GATEWAY_UNAVAILABLE
 */
export async function markPaid(ctx: MarkContext, input: MarkPaidInput): Promise<StaffOrderView> {
  await closePage(ctx, input.paymentId);
  return writeOrder(ctx, { operation: 'payments.markPaid', input }, async (tx, order) => {
    const payment = await lockPayment(tx, input.paymentId);
    if (payment.orderId !== order.id) throw new ShopError('PAYMENT_NOT_FOUND', { id: payment.id });
    assertPayable(order, payment, input.amountMinor);
    const actor = { kind: 'staff', id: ctx.staff.id } as const;
    const received = { ...input, actor, now: ctx.now() };
    await receive(tx, { order, payment }, received);
    return { paymentId: payment.id, receivedMinor: input.amountMinor, reference: input.reference };
  });
}

/** A card must not be charged for what is paid otherwise. */
async function closePage(ctx: MarkContext, paymentId: string): Promise<void> {
  const attempt = await findLiveAttempt(ctx.db.reader, paymentId);
  if (attempt?.sessionRef == null) return;
  await ctx.gateway.closeCheckout(attempt.sessionRef);
  await syncAttempt(ctx, paymentId);
}

function assertPayable(order: LockedOrder, payment: Payment, amountMinor: number): void {
  const { status } = order;
  if (status === 'expired' || status === 'cancelled') throw new ShopError('ORDER_NOT_PAYABLE', { status });
  const canTake =
    isOpen(payment) || payment.status === 'partially_captured' || payment.status === 'partially_refunded';
  if (!canTake) throw new ShopError('ORDER_NOT_PAYABLE', { status: payment.status });
  const dueMinor = payment.amountMinor - payment.capturedMinor;
  if (amountMinor > dueMinor) throw new ShopError('PAYMENT_EXCEEDS_DUE', { dueMinor });
}

interface Received extends Pick<MarkPaidInput, 'amountMinor' | 'reference' | 'method'> {
  readonly actor: Actor;
  readonly now: Date;
}

async function receive(
  tx: Transaction,
  { order, payment }: { readonly order: LockedOrder; readonly payment: Payment },
  received: Received,
): Promise<void> {
  const { amountMinor, reference, actor } = received;
  if (!isPaidLater(payment.method)) {
    await turnManual(tx, payment.id, received.method);
    await endAttempts(tx, payment.id, 'expired');
  }
  await insertReceipt(tx, { paymentId: payment.id, amountMinor, reference, staffId: actor.id });
  const capturedMinor = payment.capturedMinor + amountMinor;
  const isWhole = capturedMinor === payment.amountMinor;
  const status = nextPaymentState(payment.status, isWhole ? 'captured' : 'partially_captured');
  await updatePayment(tx, payment, {
    status,
    authorised_minor: capturedMinor,
    captured_minor: capturedMinor,
    last_failure: null,
  });
  await appendTimeline(tx, {
    orderId: order.id,
    kind: 'payment_recorded',
    from: null,
    to: null,
    actor,
    data: { paymentId: payment.id, amountMinor, currency: payment.currency },
  });
  if (payment.purpose === 'difference' && isWhole) await settleDifference(tx, { order, payment, actor });
  await advance(tx, order, { isWhole, actor, now: received.now });
  if (payment.purpose === 'order' && isWhole) await queueBoughtCards(tx, order.id);
}

/** An order that waited for its payment is confirmed; the version tells of money in any case. */
async function advance(
  tx: Transaction,
  order: LockedOrder,
  { isWhole, actor, now }: { readonly isWhole: boolean; readonly actor: Actor; readonly now: Date },
): Promise<void> {
  if (order.status !== 'pending') return touchOrder(tx, order);
  if (isWhole) await confirmOrder(tx, { orderId: order.id, now });
  else await acceptOrder(tx, order, { actor, now });
}
