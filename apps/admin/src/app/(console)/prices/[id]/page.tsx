import type { Metadata } from 'next';
import { PriceListPage } from '../../../../features/prices/price-list-page.tsx';

export const metadata: Metadata = { title: 'Price list' };

export default async function PriceListRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PriceListPage id={id} />;
}
