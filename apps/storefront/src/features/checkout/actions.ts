'use server';

import { isPaidLater, type PaymentMethod, paymentMethods } from '@turing/domain';
import type { ApiFailure, RouterOutputs } from '@turing/client';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { findCartToken } from '@/lib/cart.ts';
import { readText } from '@/lib/form-data.ts';
import { createIdempotencyKey, nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import { dropCartToken, keepLastOrder } from '@/lib/session.ts';
import { errorsOf, findErrors } from './checkout-errors.ts';
import type { CheckoutState } from './checkout-state.ts';
import { isPickup, readValues, toAddress, toPickup, type CheckoutValues } from './checkout-values.ts';
import { quoteCheckout } from './queries.ts';

type PlacedOrder = RouterOutputs['orders']['checkout']['place'];

/** Prices the cart for another place or way of shipping, or places the order and goes to pay. */
export async function checkout(state: CheckoutState, data: FormData): Promise<CheckoutState> {
  const values = readValues((name) => readText(data, name));
  const key = readText(data, 'key');
  const token = await findCartToken();
  if (token === null) redirect('/cart');
  const next = { ...(await quote(token, values)), key, turn: state.turn + 1 };
  if (readText(data, 'intent') !== 'place') return next;
  const fetched = isPickup(next.quote);
  const errors = findErrors(values, fetched);
  if (Object.keys(errors).length > 0) {
    return { ...next, errors, message: 'Some fields need another look.' };
  }
  const placed = await attempt(
    shopperApi().orders.checkout.place.mutate({
      token,
      email: values.email,
      address: fetched ? null : toAddress(values),
      pickup: fetched ? toPickup(values) : null,
      shippingMethod: values.shippingMethod,
      paymentMethod: paymentMethodOf(data),
      note: values.note === '' ? null : values.note,
      expectedTotalMinor: Number(readText(data, 'totalMinor') || -1),
      expectedCreditMinor: Number(readText(data, 'creditMinor')),
      idempotencyKey: key,
    }),
  );
  if (placed.ok) {
    if (data.has('saveAddress') && !fetched) await saveAddress(values);
    return pay(placed.value, paymentMethodOf(data));
  }
  return refuse(placed.failure, { ...next, key });
}

async function quote(
  token: string,
  values: CheckoutValues,
): Promise<Pick<CheckoutState, 'values' | 'quote' | 'errors' | 'message'>> {
  const result = await quoteCheckout(token, values);
  if (result.ok) {
    const { shippingMethod } = result.value;
    return { values: { ...values, shippingMethod }, quote: result.value, errors: {}, message: null };
  }
  return { values, quote: null, errors: {}, message: messageOf(result.failure) };
}

// The order stands whether or not the address book takes it: a full one is no reason to stop somebody who pays.
async function saveAddress(values: CheckoutValues): Promise<void> {
  const address = toAddress(values);
  await attempt(
    shopperApi().customers.addresses.create.mutate({ address, idempotencyKey: createIdempotencyKey() }),
  );
}

/** The card, unless another way was chosen; the API says which are offered. */
function paymentMethodOf(data: FormData): PaymentMethod {
  const asked = readText(data, 'paymentMethod');
  return paymentMethods.find((method) => method === asked) ?? 'card';
}

async function pay(order: PlacedOrder, method: PaymentMethod): Promise<never> {
  await keepLastOrder(order.orderToken);
  const page = `/orders/${order.orderToken}`;
  if (order.dueMinor === 0 || isPaidLater(method)) redirect(page);
  const started = await attempt(shopperApi().payments.startCheckout.mutate({ orderToken: order.orderToken }));
  redirect(started.ok ? started.value.url : `${page}?payment=unavailable`);
}

async function refuse(failure: ApiFailure, next: CheckoutState): Promise<CheckoutState> {
  if (failure.code === 'CART_ALREADY_ORDERED') {
    await dropCartToken();
    const { orderToken } = failure.details;
    redirect(typeof orderToken === 'string' ? `/orders/${orderToken}` : '/cart');
  }
  if (failure.code === 'CART_NOT_FOUND' || failure.code === 'CART_EMPTY') redirect('/cart');
  // The items are shown again with what became of them; nothing typed is lost.
  refresh();
  return {
    ...next,
    errors: errorsOf(failure),
    message: messageOf(failure),
    key: nextIdempotencyKey(next.key, failure),
  };
}
