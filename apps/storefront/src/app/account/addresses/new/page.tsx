import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { AddressForm } from '@/features/account/address-form.tsx';
import { emptyAddress } from '@/features/account/address-values.ts';
import { getProfile, ownOrSignIn } from '@/features/account/own-queries.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { readCurrency } from '@/lib/session.ts';

export const metadata: Metadata = { title: 'A new address', robots: { index: false } };

export default async function NewAddressPage() {
  const [profile, currency] = await Promise.all([
    ownOrSignIn('/account/addresses/new', getProfile),
    readCurrency(),
  ]);
  if (!profile.ok) return <FailureState failure={profile.failure} />;
  return (
    <AccountFrame current="/account/addresses" title="A new address">
      <AddressForm
        id=""
        values={emptyAddress(profile.value.name, currency)}
        defaults={{ shipping: false, billing: false }}
        idempotencyKey={createIdempotencyKey()}
      />
    </AccountFrame>
  );
}
