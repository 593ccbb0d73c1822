import type { Metadata } from 'next';
import { CustomerPage } from '../../../../features/customers/customer-page.tsx';

export const metadata: Metadata = { title: 'Customer' };

export default async function CustomerRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <CustomerPage id={id} />;
}
