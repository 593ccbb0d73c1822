import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { AddressForm } from '@/features/account/address-form.tsx';
import { fromAddress } from '@/features/account/address-values.ts';
import { listAddresses, ownOrSignIn } from '@/features/account/own-queries.ts';

export const metadata: Metadata = { title: 'Edit an address', robots: { index: false } };

export default async function EditAddressPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const addresses = await ownOrSignIn('/account/addresses', listAddresses);
  if (!addresses.ok) return <FailureState failure={addresses.failure} />;
  const address = addresses.value.find((saved) => saved.id === id);
  if (address === undefined) notFound();
  const { isDefaultShipping, isDefaultBilling } = address;
  return (
    <AccountFrame current="/account/addresses" title="Edit an address">
      <AddressForm
        id={id}
        values={fromAddress(address)}
        defaults={{ shipping: isDefaultShipping, billing: isDefaultBilling }}
        idempotencyKey=""
      />
    </AccountFrame>
  );
}
