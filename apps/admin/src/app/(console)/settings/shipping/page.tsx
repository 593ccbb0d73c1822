import type { Metadata } from 'next';
import { ShippingPage } from '../../../../features/shipping/shipping-page.tsx';

export const metadata: Metadata = { title: 'Shipping' };

export default function ShippingRoute() {
  return <ShippingPage />;
}
