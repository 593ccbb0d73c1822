import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { OwnOrders } from '@/features/account/own-orders.tsx';
import { getOverview, ownOrSignIn } from '@/features/account/own-queries.ts';

export const metadata: Metadata = {
  title: 'Your account',
  alternates: { canonical: '/account' },
  robots: { index: false },
};

interface Props {
  searchParams: Promise<{ cursor?: string; number?: string }>;
}

export default async function AccountPage({ searchParams }: Props) {
  const { cursor, number: typed = '' } = await searchParams;
  const sought = typed.trim();
  // What is no number is no order's: none has the number zero.
  const number = sought === '' ? undefined : Number(/^#?(\d{1,9})$/u.exec(sought)?.[1] ?? 0);
  const overview = await ownOrSignIn('/account', () => getOverview({ cursor, number }));
  if (!overview.ok) return <FailureState failure={overview.failure} />;
  const { profile, orders } = overview.value;
  return <OwnOrders profile={profile} orders={orders} sought={sought} />;
}
