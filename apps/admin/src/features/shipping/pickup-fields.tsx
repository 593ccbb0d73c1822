'use client';

import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { countryChoices, regionChoices } from '../../lib/places.ts';
import type { MethodDraft } from './method-values.ts';

interface PickupFieldsProps {
  readonly draft: MethodDraft;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<MethodDraft>) => void;
}

/** Where the stock lies and where buyers come to: the tax is that place's. */
export function PickupFields({ draft, locations, onChange }: PickupFieldsProps) {
  const { address } = draft;
  const set = (part: Partial<MethodDraft['address']>) => onChange({ address: { ...address, ...part } });
  const states = regionChoices(address.country);
  return (
    <Stack gap="sm">
      <Select
        label="Stock location"
        data={locations.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.locationId}
        onChange={(locationId) => onChange({ locationId })}
      />
      <TextInput
        label="Street"
        value={address.line1}
        onChange={(event) => set({ line1: event.currentTarget.value })}
      />
      <SimpleGrid cols={2}>
        <TextInput
          label="Town"
          value={address.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
        />
        <TextInput
          label="Postal code"
          value={address.postalCode}
          onChange={(event) => set({ postalCode: event.currentTarget.value })}
        />
        <Select
          label="Country"
          data={countryChoices}
          value={address.country}
          allowDeselect={false}
          searchable
          onChange={(country) => country !== null && set({ country, region: null })}
        />
        <Select
          label="State or region"
          data={states}
          value={address.region}
          disabled={states.length === 0}
          searchable
          clearable
          onChange={(region) => set({ region })}
        />
      </SimpleGrid>
    </Stack>
  );
}
