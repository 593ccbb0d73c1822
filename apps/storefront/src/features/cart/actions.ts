'use server';

import type { ApiFailure } from '@turing/client';
import { formatMoney } from '@turing/domain';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { findCartToken } from '@/lib/cart.ts';
import { formatCount } from '@/lib/format.ts';
import { readText, readWhole } from '@/lib/form-data.ts';
import { messageOf } from '@/lib/messages.ts';
import { promotionSentence, refusalReason } from '@/lib/promotion-sentence.ts';
import { readCurrency } from '@/lib/session.ts';
import { toCurrency } from '@/lib/cookies.ts';
import type { CartFormState } from './cart-form-state.ts';
import type { Cart } from './queries.ts';
import { isGone, settleWrite, writeCart } from './write-cart.ts';

export async function addToCart(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  const quantity = readWhole(data, 'quantity', { min: 1, max: 99, fallback: 1 });
  const gift = readGift(data);
  const line = { variantId: readText(data, 'variantId'), quantity, idempotencyKey, ...(gift && { gift }) };
  const currency = await readCurrency();
  const send = (token: string | null) =>
    attempt(shopperApi().orders.cart.addLine.mutate({ ...line, token, currency }));
  const token = await findCartToken();
  const first = await send(token);
  // A cart that was ordered or has expired is over: the item starts a new one.
  const result = token !== null && isGone(first) ? await send(null) : first;
  const say = () => `${formatCount(quantity, 'item')} added to your cart.`;
  return settleWrite(result, { key: idempotencyKey, say, sentenceOf: refusalOf });
}

export async function setLine(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  const lineId = readText(data, 'lineId');
  const giftId = readText(data, 'gift');
  if (giftId !== '') return { ...(await removeGift({ lineId, giftId, idempotencyKey })), lineId };
  // A button that sets a number outranks the number typed beside it.
  const field = data.has('set') ? 'set' : 'quantity';
  const quantity = readWhole(data, field, { min: 0, max: 99, fallback: 1 });
  const change = quantity === 0 ? 'removed' : `now ${quantity}`;
  const state = await write(
    idempotencyKey,
    (token) => shopperApi().orders.cart.setLine.mutate({ token, lineId, quantity, idempotencyKey }),
    (cart) => `${readText(data, 'name')}: ${change}. ${formatTotal(cart)} in all.`,
  );
  return { ...state, lineId };
}

function removeGift(gift: { lineId: string; giftId: string; idempotencyKey: string }) {
  return write(
    gift.idempotencyKey,
    (token) => shopperApi().orders.credit.removeGift.mutate({ token, ...gift }),
    (cart) => `Gift card removed. ${formatTotal(cart)} in all.`,
  );
}

/** For whom a gift card is; null for anything else. */
function readGift(data: FormData) {
  if (!data.has('recipientEmail')) return null;
  const optional = (name: string) => readText(data, name) || null;
  return {
    recipientName: readText(data, 'recipientName'),
    recipientEmail: readText(data, 'recipientEmail'),
    senderName: readText(data, 'senderName'),
    message: optional('message'),
    deliverOn: optional('deliverOn'),
  };
}

export async function applyPromotion(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  const code = readText(data, 'code');
  if (code === '') return { outcome: 'failed', message: 'Enter a code first.', key: idempotencyKey };
  const state = await write(
    idempotencyKey,
    (token) => shopperApi().orders.cart.applyPromotion.mutate({ token, code, idempotencyKey }),
    (cart) => saySaved(cart, code),
  );
  return { ...state, typed: state.outcome === 'failed' ? code : '' };
}

export async function removePromotion(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  return write(
    idempotencyKey,
    (token) =>
      shopperApi().orders.cart.removePromotion.mutate({
        token,
        code: readText(data, 'code'),
        idempotencyKey,
      }),
    () => 'Code removed.',
  );
}

function write(
  key: string,
  send: (token: string) => Promise<Cart>,
  say: (cart: Cart) => string | null,
): Promise<CartFormState> {
  return writeCart(key, send, { say, sentenceOf: refusalOf });
}

/** A code is refused with the very reason. */
function refusalOf(failure: ApiFailure): string {
  const reason = failure.code === 'PROMOTION_NOT_APPLICABLE' ? refusalReason(failure.details) : null;
  return reason === null
    ? messageOf(failure)
    : promotionSentence(reason, toCurrency(String(failure.details.currency)));
}

function saySaved(cart: Cart, typed: string): string | null {
  const held = cart.promotions.find(({ code }) => code === typed.toUpperCase());
  if (held === undefined) return null;
  return held.applied ? `Code ${held.code} applied.` : `Code ${held.code} is on your cart.`;
}

function formatTotal(cart: Cart): string {
  return formatMoney({ amountMinor: cart.totalMinor, currency: cart.currency });
}
