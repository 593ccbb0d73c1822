import type { Metadata } from 'next';
import { LowList } from '../../../../features/stock/low-list.tsx';

export const metadata: Metadata = { title: 'Low stock' };

export default function LowStockPage() {
  return <LowList />;
}
