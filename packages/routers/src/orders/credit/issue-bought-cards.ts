import type { Transaction } from '@turing/db';
import { fulfilmentStateOf } from '@turing/domain';
import type { Context } from '../../context.ts';
import { releaseLines } from '../../products/index.ts';
import { changeOrder } from '../change-order.ts';
import {
  appendTimeline,
  type LockedOrder,
  listOrderLines,
  lockOrder,
  systemActor,
  updateOrder,
} from '../order-store.ts';
import { insertGiftCard } from './account-store.ts';
import { type BoughtLine, type Buyer, fulfilLine, getBuyer, listBoughtLines } from './bought-card-store.ts';
import { newGiftCardCode } from './gift-card-code.ts';
import { queueGiftCardLetter } from './gift-card-write-store.ts';
import { deliveryOf } from './gifts.ts';
import { bookEntries } from './ledger-store.ts';

type IssueContext = Pick<Context, 'db' | 'now' | 'giftCardSecret'>;

/**
 * Makes the gift cards of a paid order, one for each unit, with what the unit cost on it, and queues their letters for the
 * days they are wanted. However often it runs, a unit has one card. They count as shipped from then on. How many it made.
 * Lock order: the order, its new accounts, stock levels by id.
 */
export async function issueBoughtCards(ctx: IssueContext, orderId: string): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const order = await lockOrder(tx, { id: orderId });
    if (order.status === 'pending' || order.status === 'cancelled' || order.status === 'expired') return 0;
    const buyer = await getBuyer(tx, orderId);
    const lines = buyer.isPaid ? await listBoughtLines(tx, orderId) : [];
    let made = 0;
    for (const line of lines) made += await issueLine(tx, ctx, { orderId, line, buyer });
    const waiting = lines.filter((line) => line.fulfilledQuantity < line.quantity);
    if (waiting.length > 0) await fulfil(tx, order, waiting);
    return made;
  });
}

interface Issue {
  readonly orderId: string;
  readonly line: BoughtLine;
  readonly buyer: Buyer;
}

async function issueLine(
  tx: Transaction,
  ctx: IssueContext,
  { orderId, line, buyer }: Issue,
): Promise<number> {
  const { id: orderLineId, unitPriceMinor: amountMinor } = line;
  // What was given away is worth nothing.
  if (amountMinor === 0) return 0;
  let made = 0;
  for (let unit = 1; unit <= line.quantity; unit += 1) {
    const gift = line.gifts[unit - 1];
    const deliverAt = gift === undefined ? null : deliveryOf(gift);
    const accountId = await insertGiftCard(tx, {
      currency: buyer.currency,
      code: newGiftCardCode(ctx.giftCardSecret),
      expiresAt: null,
      deliverAt,
      // A card without a recipient, as of an order that staff wrote, goes to who bought it.
      recipientName: gift?.recipientName ?? buyer.name,
      recipientEmail: gift?.recipientEmail ?? buyer.email,
      senderName: gift?.senderName ?? null,
      message: gift?.message ?? null,
      bought: { orderId, orderLineId, unit },
    });
    if (accountId === null) continue;
    const entry = { accountId, key: `issue:${accountId}`, kind: 'issued', reason: 'bought' } as const;
    await bookEntries(tx, [{ ...entry, amountMinor, orderId }]);
    await queueGiftCardLetter(tx, { accountId, sending: 'first', runAt: deliverAt });
    made += 1;
  }
  return made;
}

async function fulfil(tx: Transaction, order: LockedOrder, waiting: readonly BoughtLine[]): Promise<void> {
  const left = waiting.map((line) => ({ ...line, quantity: line.quantity - line.fulfilledQuantity }));
  for (const line of waiting) await fulfilLine(tx, line);
  await releaseLines(tx, left);
  const fulfilment = fulfilmentStateOf(await listOrderLines(tx, order.id));
  const data = { giftCards: left.reduce((sum, { quantity }) => sum + quantity, 0) };
  const change = { fulfilment_status: fulfilment };
  if (fulfilment === 'fulfilled' && order.status === 'confirmed') {
    const told = { message: 'order.gift_cards_issued', actor: systemActor, change, data };
    return changeOrder(tx, order, { event: 'shipped', ...told });
  }
  await updateOrder(tx, order, change);
  const entry = { orderId: order.id, kind: 'gift_cards_issued', from: null, to: null };
  await appendTimeline(tx, { ...entry, actor: systemActor, data });
}
