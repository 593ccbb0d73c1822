import type { Metadata } from 'next';
import { VariantsPage } from '../../../../../features/product-editor/variants-page.tsx';

export const metadata: Metadata = { title: 'Variants' };

export default async function ProductVariantsRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <VariantsPage id={id} />;
}
