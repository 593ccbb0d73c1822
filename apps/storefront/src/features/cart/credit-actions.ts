'use server';

import { shopperApi } from '@/lib/api.ts';
import { readText } from '@/lib/form-data.ts';
import type { CartFormState } from './cart-form-state.ts';
import { writeCart } from './write-cart.ts';

export async function applyGiftCard(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  const code = readText(data, 'code');
  if (code === '') return { outcome: 'failed', message: 'Enter a code first.', key: idempotencyKey };
  const state = await writeCart(
    idempotencyKey,
    (token) => shopperApi().orders.credit.applyGiftCard.mutate({ token, code, idempotencyKey }),
    { say: () => 'Gift card added.' },
  );
  return { ...state, typed: state.outcome === 'failed' ? code : '' };
}

export async function payWithStoreCredit(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  return writeCart(
    idempotencyKey,
    (token) => shopperApi().orders.credit.useStoreCredit.mutate({ token, idempotencyKey }),
    { say: () => 'Your store credit is used.' },
  );
}

export async function removeCredit(_state: CartFormState, data: FormData): Promise<CartFormState> {
  const idempotencyKey = readText(data, 'key');
  const accountId = readText(data, 'accountId');
  return writeCart(
    idempotencyKey,
    (token) => shopperApi().orders.credit.remove.mutate({ token, accountId, idempotencyKey }),
    { say: () => 'Taken off.' },
  );
}
