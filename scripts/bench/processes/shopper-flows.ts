import { randomUUID } from 'node:crypto';
import type { Api } from './http-api.ts';

export interface Quote {
  readonly shippingMethod: string;
  readonly pricing: { readonly totalMinor: number };
}

export const address = {
  name: 'Ada Marlowe',
  line1: '1912 SW Morrison Street',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: null,
};

export function addToNewCart(api: Api, variantId: string): Promise<{ readonly token: string }> {
  return api.mutate('orders.cart.addLine', {
    token: null,
    variantId,
    quantity: 1,
    idempotencyKey: randomUUID(),
  });
}

export function quote(api: Api, token: string): Promise<Quote> {
  return api.query<Quote>('orders.checkout.quote', { token, country: 'US', region: 'OR' });
}

/** What a shopper sends who was shown this price. */
export function placeInput(token: string, { shippingMethod, pricing }: Quote) {
  const expectedTotalMinor = pricing.totalMinor;
  return { token, email: 'reader@example.com', address, shippingMethod, expectedTotalMinor };
}

/** A new cart, its quote and the order, to be paid by invoice. */
export async function checkOut(api: Api, variantId: string): Promise<void> {
  const { token } = await addToNewCart(api, variantId);
  await api.mutate('orders.checkout.place', {
    ...placeInput(token, await quote(api, token)),
    paymentMethod: 'invoice',
    idempotencyKey: randomUUID(),
  });
}
