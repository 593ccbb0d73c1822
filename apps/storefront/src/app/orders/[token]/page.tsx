import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FailureState } from '@/components/failure-state.tsx';
import type { Arrival } from '@/features/order/order-story.ts';
import { OrderView } from '@/features/order/order-view.tsx';
import { getOrder, syncPayment } from '@/features/order/queries.ts';
import { OrderAside } from '@/features/returns/order-aside.tsx';
import { attempt } from '@/lib/attempt.ts';

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ payment?: string }>;
}

const arrivals: readonly Arrival[] = ['paid', 'cancelled', 'unavailable'];

export const metadata: Metadata = { title: 'Your order', robots: { index: false, follow: false } };

export default async function OrderPage({ params, searchParams }: Props) {
  const [{ token }, { payment }] = await Promise.all([params, searchParams]);
  if (!/^[\w-]{32}$/u.test(token)) notFound();
  if (payment === 'return') {
    // Asked once, on the way back from paying: the address that stays does not ask again. Should the provider not
    // answer, its message to the API still comes.
    await attempt(syncPayment(token));
    redirect(`/orders/${token}?payment=paid`);
  }
  const order = await attempt(getOrder(token));
  if (!order.ok) return <FailureState failure={order.failure} />;
  return (
    <OrderView
      order={order.value}
      arrival={arrivals.find((arrival) => arrival === payment) ?? null}
      aside={<OrderAside token={token} currency={order.value.currency} />}
    />
  );
}
