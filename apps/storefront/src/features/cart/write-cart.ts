import 'server-only';
import type { ApiFailure } from '@turing/client';
import { attempt, type Attempt } from '@/lib/attempt.ts';
import { findCartToken } from '@/lib/cart.ts';
import { createIdempotencyKey, nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import { dropCartToken, keepCartToken } from '@/lib/session.ts';
import type { CartFormState } from './cart-form-state.ts';
import type { Cart } from './queries.ts';

const goneCodes: ReadonlySet<ApiFailure['code']> = new Set(['CART_NOT_FOUND', 'CART_ALREADY_ORDERED']);

interface Answering {
  readonly say: (cart: Cart) => string | null;
  readonly sentenceOf?: (failure: ApiFailure) => string;
}

/** Sends one change of the shopper's cart and says what came of it. */
export async function writeCart(
  key: string,
  send: (token: string) => Promise<Cart>,
  { say, sentenceOf = messageOf }: Answering,
): Promise<CartFormState> {
  const token = await findCartToken();
  if (token === null)
    return { outcome: 'failed', message: 'Your cart has expired.', key: createIdempotencyKey() };
  return settleWrite(await attempt(send(token)), { key, say, sentenceOf });
}

interface Settling {
  readonly key: string;
  readonly say: (cart: Cart) => string | null;
  readonly sentenceOf: (failure: ApiFailure) => string;
}

export async function settleWrite(
  result: Attempt<Cart>,
  { key, say, sentenceOf }: Settling,
): Promise<CartFormState> {
  if (result.ok) {
    await keepCartToken(result.value.token);
    return { outcome: 'done', message: say(result.value), key: createIdempotencyKey() };
  }
  if (isGone(result)) await dropCartToken();
  return {
    outcome: 'failed',
    message: sentenceOf(result.failure),
    key: nextIdempotencyKey(key, result.failure),
  };
}

export function isGone(result: Attempt<Cart>): boolean {
  return !result.ok && goneCodes.has(result.failure.code);
}
