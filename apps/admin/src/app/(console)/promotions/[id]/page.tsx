import type { Metadata } from 'next';
import { PromotionPage } from '../../../../features/promotions/promotion-page.tsx';

export const metadata: Metadata = { title: 'Promotion' };

export default async function PromotionRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PromotionPage id={id} />;
}
