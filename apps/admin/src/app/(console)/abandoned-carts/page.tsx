import type { Metadata } from 'next';
import { AbandonedPage } from '../../../features/abandoned/abandoned-page.tsx';

export const metadata: Metadata = { title: 'Abandoned carts' };

export default function AbandonedRoute() {
  return <AbandonedPage />;
}
