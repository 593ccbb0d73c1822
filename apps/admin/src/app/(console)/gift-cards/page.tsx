import type { Metadata } from 'next';
import { GiftCardsPage } from '../../../features/gift-cards/gift-cards-page.tsx';

export const metadata: Metadata = { title: 'Gift cards' };

export default function GiftCardsRoute() {
  return <GiftCardsPage />;
}
