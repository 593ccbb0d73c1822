import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { ConsentForm, ProfileForm } from '@/features/account/details-view.tsx';
import { getDetails, ownOrSignIn } from '@/features/account/own-queries.ts';

export const metadata: Metadata = { title: 'Your details', robots: { index: false } };

export default async function DetailsPage() {
  const details = await ownOrSignIn('/account/details', getDetails);
  if (!details.ok) return <FailureState failure={details.failure} />;
  return (
    <AccountFrame current="/account/details" title="Your details">
      <div className="grid max-w-2xl gap-6">
        <ProfileForm profile={details.value.profile} />
        <ConsentForm consent={details.value.consent} />
      </div>
    </AccountFrame>
  );
}
