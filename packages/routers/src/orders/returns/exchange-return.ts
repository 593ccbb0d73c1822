import { appendEvent, type Transaction } from '@turing/db';
import { canReturn, quoteRefund, ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { spendCredit } from '../credit/index.ts';
import { place } from '../drafts/place-draft.ts';
import { loadPricedDraft } from '../drafts/price-draft.ts';
import { lockOrderPayment, lockPayments } from '../money/payment-store.ts';
import { updateOrder } from '../order-store.ts';
import { giveBack } from '../refunds/give-back.ts';
import { loadRefundable } from '../refunds/refundable-store.ts';
import { changeReturn } from './change-return.ts';
import { openExchangeCredit } from './exchange-credit.ts';
import { exchangeContent } from './preview-exchange.ts';
import { listReturnLines } from './return-store.ts';
import type { ExchangeReturnInput, StaffReturnView } from './schemas.ts';
import { assertArrived } from './settle-return.ts';
import { type ReturnPlace, writeReturn } from './write-return.ts';

/** How long the buyer has to pay a difference. */
const dueMs = 7 * 86_400_000;

type ExchangeContext = StaffContext & Pick<Context, 'giftCardSecret'>;

/**
 * Exchanges what came back for other things: an order of their own, linked to the return once, paid with what the things
 * that came back were worth. What it costs more is asked for by a link, what it costs less goes back the way it was paid; an
 * even exchange is confirmed at once. Lock order: order, return, payments, credit account, stock levels by id.
 * @throws RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, RETURN_QUANTITY_INVALID, REFUND_INVALID, REFUND_TOTAL_CHANGED,
 * EXCHANGE_NOT_POSSIBLE, EDIT_TOTAL_CHANGED, PRODUCT_OUT_OF_STOCK, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function exchangeReturn(
  ctx: ExchangeContext,
  input: ExchangeReturnInput,
): Promise<StaffReturnView> {
  return writeReturn(ctx, { operation: 'returns.exchange', input }, async (tx, at) => {
    if (!canReturn(at.back.status, 'closed'))
      throw new ShopError('RETURN_TRANSITION_REFUSED', { from: at.back.status, event: 'closed' });
    assertArrived(await listReturnLines(tx, at.back.id), input.lines);
    const { accountId, creditMinor } = await giveWorth(tx, ctx, { at, input });
    const made = await placeExchange(tx, ctx, { at, input, creditMinor });
    if (accountId !== null)
      await spendCredit(tx, {
        orderId: made.orderId,
        parts: [{ id: accountId, amountMinor: creditMinor }],
        round: 0,
      });
    await updateOrder(tx, at.order, {});
    const data = { exchangeOrderId: made.orderId };
    const actor = { kind: 'staff' as const, id: ctx.staff.id };
    const change = { exchange_order_id: made.orderId };
    await changeReturn(tx, at.back, { event: 'closed', actor, change, data });
    return { event: 'closed', ...data, creditMinor, totalMinor: made.totalMinor };
  });
}

interface Exchange {
  readonly at: ReturnPlace;
  readonly input: ExchangeReturnInput;
}

/** Books what came back, and opens the credit that pays for the new things as far as it goes. */
async function giveWorth(tx: Transaction, ctx: ExchangeContext, { at, input }: Exchange) {
  const orderId = at.order.id;
  const staffId = ctx.staff.id;
  const content = await exchangeContent(tx, orderId, input.replacements);
  const { priced, missing } = await loadPricedDraft(tx, content, ctx.now());
  if (priced === null || missing.length > 0) throw new ShopError('EXCHANGE_NOT_POSSIBLE', { missing });
  await lockPayments(tx, orderId);
  const { totalMinor } = quoteRefund(await loadRefundable(tx, orderId), input);
  const creditMinor = Math.min(totalMinor, priced.totalMinor);
  await giveBack(tx, {
    orderId,
    returnId: at.back.id,
    destination: 'exchange',
    reason: 'exchange',
    note: null,
    wish: input,
    expectedTotalMinor: input.expectedWorthMinor,
    exchangedMinor: creditMinor,
    staffId,
  });
  if (creditMinor === 0) return { accountId: null, creditMinor };
  const { customerId, email, currency } = content;
  const { giftCardSecret } = ctx;
  const owner = { customerId, email, currency, giftCardSecret };
  const credit = { returnId: at.back.id, orderId, amountMinor: creditMinor, staffId, ...owner };
  return { accountId: await openExchangeCredit(tx, credit), creditMinor };
}

/** Writes the new order; what it costs more than its credit is asked for by a link. */
async function placeExchange(
  tx: Transaction,
  ctx: ExchangeContext,
  { at, input, creditMinor }: Exchange & { readonly creditMinor: number },
) {
  const now = ctx.now();
  const content = await exchangeContent(tx, at.order.id, input.replacements);
  const draft = { ...content, id: at.back.id };
  const made = await place(tx, draft, {
    now,
    method: 'card',
    expiresAt: new Date(now.getTime() + dueMs),
    expectedTotalMinor: input.expectedTotalMinor,
    actor: { kind: 'staff', id: ctx.staff.id },
    creditOf: () => creditMinor,
  });
  const amountMinor = made.totalMinor - creditMinor;
  if (amountMinor > 0) {
    const { id: paymentId, currency } = await lockOrderPayment(tx, made.orderId);
    const payload = { paymentId, amountMinor, currency };
    await appendEvent(tx, { type: 'payment.link_requested', entityId: made.orderId, payload });
  }
  return made;
}
