import type { Metadata } from 'next';
import { LocationList } from '../../../../features/stock/location-list.tsx';

export const metadata: Metadata = { title: 'Stock locations' };

export default function LocationsPage() {
  return <LocationList />;
}
