import { formatGiftCardCode } from '@turing/domain';
import type { Context } from '../../context.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrder, systemActor } from '../order-store.ts';
import { areAllSent } from './bought-card-store.ts';
import { codeOfSeed } from './gift-card-code.ts';
import { getGiftCard } from './gift-card-list-store.ts';
import { getCodeSeed } from './gift-card-write-store.ts';
import { findUnsentOrder, markSent } from './letter-store.ts';

type LetterContext = Pick<Context, 'db' | 'now' | 'giftCardSecret'>;

/** What the letter to the recipient of a card says. */
export interface GiftCardLetter {
  readonly to: string;
  readonly code: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly recipientName: string | null;
  readonly senderName: string | null;
  readonly message: string | null;
  readonly expiresAt: Date | null;
}

/**
 * The letter of a card; null when it was disabled, has nobody to go to, or is the first one and was sent already.
 * @throws CREDIT_ACCOUNT_NOT_FOUND
 */
export async function findGiftCardLetter(
  ctx: LetterContext,
  { accountId, sending }: { readonly accountId: string; readonly sending: string },
): Promise<GiftCardLetter | null> {
  const card = await getGiftCard(ctx.db.reader, accountId, ctx.now());
  const isOver = card.state === 'disabled' || (sending === 'first' && card.sentAt !== null);
  if (isOver || card.recipientEmail === null) return null;
  const code = codeOfSeed(ctx.giftCardSecret, await getCodeSeed(ctx.db.reader, accountId));
  const { currency, recipientName, senderName, message, expiresAt, recipientEmail: to } = card;
  // What is on it may have been spent before a letter that is sent again.
  const amountMinor = sending === 'first' ? card.issuedMinor : card.balanceMinor;
  const words = { recipientName, senderName, message, expiresAt };
  return { to, code: formatGiftCardCode(code), amountMinor, currency, ...words };
}

/** Notes that the letter of a card went out; an order of nothing but gift cards is delivered with the last. */
export async function noteGiftCardSent(ctx: LetterContext, accountId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const orderId = await findUnsentOrder(tx, accountId);
    const order = orderId === null ? null : await lockOrder(tx, { id: orderId });
    await markSent(tx, accountId, ctx.now());
    if (order?.status !== 'shipped' || !(await areAllSent(tx, order.id))) return;
    await changeOrder(tx, order, {
      event: 'delivered',
      actor: systemActor,
      message: 'order.gift_cards_delivered',
    });
  });
}
