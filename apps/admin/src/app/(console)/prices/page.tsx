import type { Metadata } from 'next';
import { PriceListsPage } from '../../../features/prices/price-lists-page.tsx';

export const metadata: Metadata = { title: 'Price lists' };

export default function PricesRoute() {
  return <PriceListsPage />;
}
