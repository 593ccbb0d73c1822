import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { AddressBook, NewAddressLink } from '@/features/account/address-book.tsx';
import { listAddresses, ownOrSignIn } from '@/features/account/own-queries.ts';

export const metadata: Metadata = { title: 'Your addresses', robots: { index: false } };

export default async function AddressesPage() {
  const addresses = await ownOrSignIn('/account/addresses', listAddresses);
  if (!addresses.ok) return <FailureState failure={addresses.failure} />;
  return (
    <AccountFrame
      current="/account/addresses"
      title="Addresses"
      lead="Where parcels go and bills are made out to."
      action={addresses.value.length > 0 && <NewAddressLink />}
    >
      <AddressBook addresses={addresses.value} />
    </AccountFrame>
  );
}
