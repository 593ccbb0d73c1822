import type { Metadata } from 'next';
import { TransfersPage } from '../../../features/transfers/transfers-page.tsx';

export const metadata: Metadata = { title: 'Import and export' };

export default function Page() {
  return <TransfersPage />;
}
