import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { cache } from 'react';
import { shopperApi } from '@/lib/api.ts';
import { readCartToken } from '@/lib/session.ts';

export type Cart = NonNullable<RouterOutputs['orders']['cart']['find']>;
export type CartLine = Cart['lines'][number];

/** The shopper's cart with today's prices; null when there is none. Asked once per page. */
export const findCart = cache(async (): Promise<Cart | null> => {
  const token = await readCartToken();
  return token === null ? null : shopperApi().orders.cart.find.query({ token });
});
