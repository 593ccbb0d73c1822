import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { CartView, EmptyCart } from '@/features/cart/cart-view.tsx';
import { findCart } from '@/features/cart/queries.ts';
import { attempt } from '@/lib/attempt.ts';
import { readCurrency, readLastOrder, readMovedCart } from '@/lib/session.ts';

export const metadata: Metadata = {
  title: 'Your cart',
  alternates: { canonical: '/cart' },
  robots: { index: false },
};

export default async function CartPage() {
  const [result, currency, moved] = await Promise.all([attempt(findCart()), readCurrency(), readMovedCart()]);
  if (!result.ok) return <FailureState failure={result.failure} />;
  const cart = result.value;
  if (cart === null || cart.lines.length === 0) return <EmptyCart lastOrder={await readLastOrder()} />;
  return <CartView cart={cart} currency={currency} moved={moved === cart.currency} />;
}
