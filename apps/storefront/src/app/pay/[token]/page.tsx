import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FailureState } from '@/components/failure-state.tsx';
import { OfferView } from '@/features/offer/offer-view.tsx';
import { getOffer } from '@/features/offer/queries.ts';
import { attempt } from '@/lib/attempt.ts';

interface Props {
  params: Promise<{ token: string }>;
}

export const metadata: Metadata = { title: 'Your order', robots: { index: false, follow: false } };

export default async function PayPage({ params }: Props) {
  const { token } = await params;
  if (!/^[\w-]{32}$/u.test(token)) notFound();
  const offer = await attempt(getOffer(token));
  if (!offer.ok) return <FailureState failure={offer.failure} />;
  const { orderToken } = offer.value;
  if (orderToken !== null) redirect(`/orders/${orderToken}`);
  return <OfferView offer={offer.value} token={token} />;
}
