import type { Metadata } from 'next';
import { GiftCardPage } from '../../../../features/gift-cards/gift-card-page.tsx';

export const metadata: Metadata = { title: 'Gift card' };

export default async function GiftCardRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <GiftCardPage id={id} />;
}
