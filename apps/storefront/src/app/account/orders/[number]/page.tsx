import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { FailureState } from '@/components/failure-state.tsx';
import { getOwnOrder, ownOrSignIn } from '@/features/account/own-queries.ts';
import { OrderView } from '@/features/order/order-view.tsx';
import { OrderAside } from '@/features/returns/order-aside.tsx';

export const metadata: Metadata = { title: 'Your order', robots: { index: false } };

export default async function OwnOrderPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/u.test(number)) notFound();
  const order = await ownOrSignIn(`/account/orders/${number}`, () => getOwnOrder(Number(number)));
  if (!order.ok) return <FailureState failure={order.failure} />;
  return (
    <>
      <div className="page pt-5">
        <Breadcrumbs crumbs={[{ name: 'Your account', href: '/account' }, { name: `Order ${number}` }]} />
      </div>
      <OrderView
        order={order.value}
        arrival={null}
        isOwn
        aside={<OrderAside token={order.value.token} currency={order.value.currency} />}
      />
    </>
  );
}
