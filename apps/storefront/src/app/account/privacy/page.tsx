import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { ownOrSignIn } from '@/features/account/own-queries.ts';
import { getPrivacy } from '@/features/account/privacy-queries.ts';
import { PrivacyView } from '@/features/account/privacy-view.tsx';
import { createIdempotencyKey } from '@/lib/idempotency.ts';

export const metadata: Metadata = { title: 'Your data', robots: { index: false } };

export default async function PrivacyPage({ searchParams }: { searchParams: Promise<{ file?: string }> }) {
  const { file } = await searchParams;
  const page = file === undefined ? '/account/privacy' : `/account/privacy?file=${encodeURIComponent(file)}`;
  const privacy = await ownOrSignIn(page, getPrivacy);
  if (!privacy.ok) return <FailureState failure={privacy.failure} />;
  return (
    <AccountFrame
      current="/account/privacy"
      title="Your data"
      lead="What we know about you, and what you can do about it."
    >
      <PrivacyView privacy={privacy.value} idempotencyKey={createIdempotencyKey()} />
    </AccountFrame>
  );
}
