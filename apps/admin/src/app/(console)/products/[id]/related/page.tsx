import { RelatedPage } from '../../../../../features/related/related-page.tsx';

interface ProductRelatedPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function ProductRelatedPage({ params }: ProductRelatedPageProps) {
  const { id } = await params;
  return <RelatedPage productId={id} />;
}
