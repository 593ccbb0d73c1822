import type { Stripe } from 'stripe';
import type { Params } from './params.ts';

const addressFields = ['city', 'country', 'line1', 'line2', 'postal_code', 'state'] as const;

export function readAddress(params: Params): Stripe.Address | null {
  const group = params.group('address')?.only(...addressFields);
  if (!group) return null;
  const read = (field: (typeof addressFields)[number]): string | null => group.text(field) || null;
  return {
    city: read('city'),
    country: read('country'),
    line1: read('line1'),
    line2: read('line2'),
    postal_code: read('postal_code'),
    state: read('state'),
  };
}

export function readShipping(params: Params): Stripe.PaymentIntent.Shipping | null {
  const group = params.group('shipping')?.only('address', 'carrier', 'name', 'phone', 'tracking_number');
  if (!group) return null;
  return {
    address: readAddress(group) ?? undefined,
    carrier: group.text('carrier') ?? null,
    name: group.requiredText('name'),
    phone: group.text('phone') ?? null,
    tracking_number: group.text('tracking_number') ?? null,
  };
}
