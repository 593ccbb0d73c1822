import type { ReactNode } from 'react';
import { StockFrame } from '../../../features/stock/stock-frame.tsx';

export default function StockLayout({ children }: { children: ReactNode }) {
  return <StockFrame>{children}</StockFrame>;
}
