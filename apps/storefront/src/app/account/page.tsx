import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { SignedIn, SignedOut } from '@/features/account/account-view.tsx';
import { findCustomer, listMyOrders } from '@/features/account/queries.ts';
import { attempt } from '@/lib/attempt.ts';

export const metadata: Metadata = {
  title: 'Your account',
  alternates: { canonical: '/account' },
  robots: { index: false },
};

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const customer = await attempt(findCustomer());
  if (!customer.ok) return <FailureState failure={customer.failure} />;
  if (customer.value === null) return <SignedOut />;
  const orders = await attempt(listMyOrders(cursor));
  if (!orders.ok) return <FailureState failure={orders.failure} />;
  return <SignedIn customer={customer.value} orders={orders.value} />;
}
