import type { Metadata } from 'next';
import { OrderPage } from '../../../../features/orders/order-page.tsx';

export const metadata: Metadata = { title: 'Order' };

export default async function OrderRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <OrderPage id={id} />;
}
