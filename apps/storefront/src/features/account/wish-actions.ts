'use server';

import { refresh } from 'next/cache';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { findCartToken } from '@/lib/cart.ts';
import { readText } from '@/lib/form-data.ts';
import { createIdempotencyKey, nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import { keepCartToken, readCurrency } from '@/lib/session.ts';

export interface WishState {
  readonly isWished: boolean;
  readonly message: string | null;
  /** Idempotency key of the next move into the cart. */
  readonly key: string;
}

/** Turns the heart of a product on or off. */
export async function toggleWish(state: WishState, data: FormData): Promise<WishState> {
  const variantId = readText(data, 'variantId');
  const wanted = readText(data, 'wish') === 'yes';
  const { wishlist } = shopperApi().orders;
  const result = await attempt(
    wanted ? wishlist.add.mutate({ variantId }) : wishlist.remove.mutate({ variantId }),
  );
  if (!result.ok) return { ...state, message: messageOf(result.failure) };
  refresh();
  return { ...state, isWished: wanted, message: null };
}

/** Puts a wish into the cart and takes it off the list. */
export async function moveToCart(state: WishState, data: FormData): Promise<WishState> {
  const [token, currency] = await Promise.all([findCartToken(), readCurrency()]);
  const wish = { variantId: readText(data, 'variantId'), token, currency, idempotencyKey: state.key };
  const moved = await attempt(shopperApi().orders.wishlist.moveToCart.mutate(wish));
  if (!moved.ok) {
    return { ...state, message: messageOf(moved.failure), key: nextIdempotencyKey(state.key, moved.failure) };
  }
  await keepCartToken(moved.value.token);
  refresh();
  return { isWished: false, message: null, key: createIdempotencyKey() };
}
