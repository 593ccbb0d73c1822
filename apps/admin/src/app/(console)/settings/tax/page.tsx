import type { Metadata } from 'next';
import { TaxPage } from '../../../../features/taxes/tax-page.tsx';

export const metadata: Metadata = { title: 'Tax' };

export default function TaxRoute() {
  return <TaxPage />;
}
