import type { Metadata } from 'next';
import { DetailsPage } from '../../../../features/product-editor/details-page.tsx';

export const metadata: Metadata = { title: 'Product' };

export default async function ProductDetailsRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DetailsPage id={id} />;
}
