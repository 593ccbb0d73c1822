import type { Metadata } from 'next';
import { NewPromotionPage } from '../../../../features/promotions/new-promotion-page.tsx';

export const metadata: Metadata = { title: 'New promotion' };

export default function NewPromotionRoute() {
  return <NewPromotionPage />;
}
