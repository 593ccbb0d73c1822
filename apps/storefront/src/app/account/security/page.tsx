import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { findSecurity } from '@/features/security/queries.ts';
import { SecurityView } from '@/features/security/security-view.tsx';

export const metadata: Metadata = { title: 'Sign-in and security', robots: { index: false } };

export default async function SecurityPage() {
  const security = await findSecurity();
  if (security === null) redirect('/sign-in?next=/account/security');
  return (
    <AccountFrame
      current="/account/security"
      title="Sign-in and security"
      lead="How you open your account, and where it is open now."
    >
      <SecurityView security={security} />
    </AccountFrame>
  );
}
