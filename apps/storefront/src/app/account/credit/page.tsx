import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { CreditView } from '@/features/account/credit-view.tsx';
import { getCredit, ownOrSignIn } from '@/features/account/own-queries.ts';

export const metadata: Metadata = { title: 'Store credit', robots: { index: false } };

interface Props {
  searchParams: Promise<{ cursor?: string }>;
}

export default async function CreditPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const credit = await ownOrSignIn('/account/credit', () => getCredit(cursor));
  if (!credit.ok) return <FailureState failure={credit.failure} />;
  return (
    <AccountFrame current="/account/credit" title="Store credit">
      <CreditView credit={credit.value} />
    </AccountFrame>
  );
}
