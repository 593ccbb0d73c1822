import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { FailureState } from '@/components/failure-state.tsx';
import { findCustomer } from '@/features/account/queries.ts';
import { findCart } from '@/features/cart/queries.ts';
import { CheckoutForm } from '@/features/checkout/checkout-form.tsx';
import { emptyValues, withAddress } from '@/features/checkout/checkout-values.ts';
import { listSavedAddresses, quoteCheckout } from '@/features/checkout/queries.ts';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';

export const metadata: Metadata = {
  title: 'Checkout',
  alternates: { canonical: '/checkout' },
  robots: { index: false },
};

export default async function CheckoutPage() {
  const [result, customer, addresses] = await Promise.all([
    attempt(findCart()),
    attemptOr(findCustomer(), null),
    listSavedAddresses(),
  ]);
  if (!result.ok) return <FailureState failure={result.failure} />;
  const cart = result.value;
  if (cart === null || cart.lines.length === 0) redirect('/cart');
  const empty = emptyValues(cart.currency, { email: customer?.email ?? '', name: customer?.name ?? '' });
  const usual = addresses.find(({ isDefaultShipping }) => isDefaultShipping);
  const values = usual === undefined ? empty : withAddress(empty, usual);
  const quoted = await quoteCheckout(cart.token, values);
  return (
    <div className="page space-y-8 pt-5">
      <Breadcrumbs crumbs={[{ name: 'Your cart', href: '/cart' }, { name: 'Checkout' }]} />
      <h1 className="text-title font-medium">Checkout</h1>
      <CheckoutForm
        cart={cart}
        addresses={customer === null ? null : addresses}
        initial={{
          values: { ...values, shippingMethod: quoted.ok ? quoted.value.shippingMethod : '' },
          quote: quoted.ok ? quoted.value : null,
          errors: {},
          message: quoted.ok ? null : messageOf(quoted.failure),
          key: createIdempotencyKey(),
          turn: 0,
        }}
      />
    </div>
  );
}
