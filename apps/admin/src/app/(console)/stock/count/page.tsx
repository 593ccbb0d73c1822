import type { Metadata } from 'next';
import { CountSheet } from '../../../../features/stock/count-sheet.tsx';

export const metadata: Metadata = { title: 'Count stock' };

export default function CountStockPage() {
  return <CountSheet />;
}
