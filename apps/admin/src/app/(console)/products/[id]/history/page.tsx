import { HistoryPage } from '../../../../../features/product-editor/history-page.tsx';

interface ProductHistoryPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function ProductHistoryPage({ params }: ProductHistoryPageProps) {
  const { id } = await params;
  return <HistoryPage id={id} />;
}
