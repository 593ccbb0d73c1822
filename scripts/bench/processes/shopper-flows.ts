import { randomUUID } from 'node:crypto';
import type { Api } from './http-api.ts';

interface Quote {
  readonly shippingMethod: string;
  readonly pricing: { readonly totalMinor: number };
}

const address = {
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

/** A new cart, its quote and the order. */
export async function checkOut(api: Api, variantId: string): Promise<void> {
  const { token } = await addToNewCart(api, variantId);
  const quote = await api.query<Quote>('orders.checkout.quote', { token, country: 'US', region: 'OR' });
  await api.mutate('orders.checkout.place', {
    token,
    email: 'reader@example.com',
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    idempotencyKey: randomUUID(),
  });
}
