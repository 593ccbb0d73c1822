import type { Metadata } from 'next';
import { RegionsPage } from '../../../../features/regions/regions-page.tsx';

export const metadata: Metadata = { title: 'Regions' };

export default function RegionsRoute() {
  return <RegionsPage />;
}
