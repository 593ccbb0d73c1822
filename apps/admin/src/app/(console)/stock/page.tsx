import type { Metadata } from 'next';
import { LevelList } from '../../../features/stock/level-list.tsx';

export const metadata: Metadata = { title: 'Stock' };

export default function StockPage() {
  return <LevelList />;
}
