import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';
import { attempt, type Attempt } from '@/lib/attempt.ts';
import { hasSession } from '@/lib/session.ts';
import { toTaxRegion, type CheckoutValues } from './checkout-values.ts';

export type Quote = RouterOutputs['orders']['checkout']['quote'];
export type CheckoutCart = NonNullable<RouterOutputs['orders']['cart']['find']>;

/** What the cart costs sent there. A method that is not offered there gives way to the first that is. */
export async function quoteCheckout(token: string, values: CheckoutValues): Promise<Attempt<Quote>> {
  const ask = (shippingMethod: string) =>
    attempt(
      shopperApi().orders.checkout.quote.query({
        token,
        country: values.country,
        region: toTaxRegion(values),
        postalCode: values.postalCode,
        city: values.city,
        line1: values.line1,
        ...(isEmail(values.email) ? { email: values.email } : {}),
        ...(shippingMethod === '' ? {} : { shippingMethod }),
      }),
    );
  const first = await ask(values.shippingMethod);
  const elsewhere = !first.ok && first.failure.code === 'SHIPPING_METHOD_NOT_FOUND';
  return elsewhere && values.shippingMethod !== '' ? ask('') : first;
}

// Half an address decides nothing yet.
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) && text.length <= 254;
}

export type SavedAddress = RouterOutputs['customers']['addresses']['list'][number];

/** The address book of somebody signed in; nothing for everybody else. */
export async function listSavedAddresses(): Promise<SavedAddress[]> {
  if (!(await hasSession())) return [];
  const saved = await attempt(shopperApi().customers.addresses.list.query());
  return saved.ok ? saved.value : [];
}
