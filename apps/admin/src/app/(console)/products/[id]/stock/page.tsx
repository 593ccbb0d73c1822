import { LevelList } from '../../../../../features/stock/level-list.tsx';

interface ProductStockPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function ProductStockPage({ params }: ProductStockPageProps) {
  const { id } = await params;
  return <LevelList productId={id} />;
}
