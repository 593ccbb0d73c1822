import type { Metadata } from 'next';
import { ProductMediaPage } from '../../../../../features/product-media/product-media-page.tsx';

export const metadata: Metadata = { title: 'Product media' };

export default async function ProductMediaRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ProductMediaPage productId={id} />;
}
