import type { Metadata } from 'next';
import { BusinessPage } from '../../../../features/business/business-page.tsx';

export const metadata: Metadata = { title: 'Business' };

export default function BusinessRoute() {
  return <BusinessPage />;
}
