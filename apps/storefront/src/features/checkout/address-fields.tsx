'use client';

import { addressLabel } from '@turing/domain';
import { useState } from 'react';
import { AddressFields as Fields } from '@/components/address-fields.tsx';
import { SelectField } from '@/components/field.tsx';
import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';
import type { SavedAddress } from './queries.ts';
import { Section } from './section.tsx';

export interface AddressFieldsProps {
  values: CheckoutValues;
  errors: CheckoutErrors;
  /** The address book of somebody signed in; null for a guest. */
  addresses: readonly SavedAddress[] | null;
  /** The country or a region that taxes depend on was changed. */
  onPlaceChange: () => void;
  onPick: (address: SavedAddress) => void;
  /** The order is fetched: nobody has to say where they live. */
  isPickup: boolean;
  /** Nothing is shipped: the address is for the bill. */
  isDigital: boolean;
}

function titleOf(isPickup: boolean, isDigital: boolean): string {
  if (isPickup) return 'Who picks it up';
  return isDigital ? 'Billing address' : 'Delivery address';
}

export function AddressFields(props: AddressFieldsProps) {
  const { values, errors, addresses, onPlaceChange, onPick, isPickup, isDigital } = props;
  const [chosen = ''] = values.addressId.split(':');
  const [isOther, setOther] = useState(chosen === '');
  return (
    <Section title={titleOf(isPickup, isDigital)}>
      <input type="hidden" name="addressId" value={values.addressId} />
      {addresses !== null && addresses.length > 0 && (
        <SavedAddresses
          addresses={addresses}
          chosen={chosen}
          onPick={onPick}
          onOther={() => setOther(true)}
        />
      )}
      <Fields
        values={values}
        errors={errors}
        phoneHint={isPickup ? 'We call when it is ready.' : 'Only for the carrier, should they not find you.'}
        withoutStreet={isPickup}
        onPlaceChange={onPlaceChange}
        besideCountry={
          <button name="intent" value="quote" className="noscript:inline hidden min-h-11 text-sm underline">
            Use this country
          </button>
        }
      />
      {addresses !== null && isOther && !isPickup && (
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input type="checkbox" name="saveAddress" value="yes" className="size-5" />
          Keep this address in my account
        </label>
      )}
    </Section>
  );
}

interface SavedAddressesProps {
  addresses: readonly SavedAddress[];
  chosen: string;
  onPick: (address: SavedAddress) => void;
  onOther: () => void;
}

function SavedAddresses({ addresses, chosen, onPick, onOther }: SavedAddressesProps) {
  return (
    <SelectField
      label="Your addresses"
      defaultValue={chosen}
      onChange={({ currentTarget }) => {
        const picked = addresses.find(({ id }) => id === currentTarget.value);
        if (picked === undefined) onOther();
        else onPick(picked);
      }}
    >
      <option value="">Another address</option>
      {addresses.map((address) => (
        <option key={address.id} value={address.id}>
          {addressLabel(address).slice(0, -1).join(', ')}
        </option>
      ))}
    </SelectField>
  );
}
