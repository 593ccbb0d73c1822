'use client';

import { MultiSelect, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { RouterOutputs } from '@turing/client';
import { currencies, slugify } from '@turing/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DeleteAndSave } from '../../components/delete-and-save.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { countryChoices } from '../../lib/places.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';

export type Region = RouterOutputs['orders']['staff']['regions']['list'][number];

const modalId = 'region';

const locales = [
  { value: 'en-US', label: 'November 22, 2026' },
  { value: 'en-GB', label: '22 November 2026' },
  { value: 'en-IE', label: '22 November 2026 (Ireland)' },
];

/** For a new region, or one to change. */
export function openRegionForm(region: Region | null, position: number): void {
  modals.open({
    modalId,
    title: region === null ? 'New region' : region.name,
    children: <RegionForm region={region} position={position} />,
  });
}

function RegionForm({ region, position }: { region: Region | null; position: number }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries(trpc.orders.staff.regions.pathFilter());
  const [draft, setDraft] = useState({
    name: region?.name ?? '',
    currency: region?.currency ?? 'USD',
    taxInclusive: region?.taxInclusive ?? false,
    locale: region?.locale ?? 'en-US',
    countries: region?.countries ?? [],
    isDefault: region?.isDefault ?? false,
    active: region?.active ?? true,
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: region === null ? 'Region made' : 'Region saved',
    refresh,
    onClose: () => modals.close(modalId),
  });
  const { onError } = outcome;
  const onSuccess = () => outcome.onSuccess({ name: draft.name });
  const { regions } = trpc.orders.staff;
  const create = useMutation(regions.create.mutationOptions({ onSuccess, onError }));
  const update = useMutation(regions.update.mutationOptions({ onSuccess, onError }));
  const remove = useMutation(
    regions.delete.mutationOptions({ onSuccess, onError: (error) => toastRefusal(error, refresh) }),
  );
  const isReady = draft.name.trim().length > 1 && draft.countries.length > 0;

  function save(): void {
    const name = draft.name.trim();
    const terms = {
      ...draft,
      name,
      code: region?.code ?? slugify(name).slice(0, 20),
      position,
      idempotencyKey,
    };
    if (region === null) create.mutate(terms);
    else update.mutate({ ...terms, id: region.id, version: region.version });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
      noValidate
    >
      <Stack>
        <Problem sentence={problem} />
        <TextInput
          label="Name"
          maxLength={60}
          data-autofocus
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label="Countries"
          description="A country can be in one region only."
          data={countryChoices}
          value={draft.countries}
          onChange={(countries) => change({ countries })}
          searchable
        />
        <SimpleGrid cols={2}>
          <Select
            label="Currency"
            data={[...currencies]}
            value={draft.currency}
            allowDeselect={false}
            onChange={(currency) => currency !== null && change({ currency: currency })}
          />
          <Select
            label="Dates are written"
            data={locales}
            value={draft.locale}
            allowDeselect={false}
            onChange={(locale) => locale !== null && change({ locale })}
          />
        </SimpleGrid>
        <RegionSwitches draft={draft} onChange={change} />
        <DeleteAndSave
          onDelete={
            region && (() => remove.mutate({ id: region.id, version: region.version, idempotencyKey }))
          }
          deleting={remove.isPending}
          saving={create.isPending || update.isPending}
          isReady={isReady}
          onCancel={() => modals.close(modalId)}
        />
      </Stack>
    </form>
  );
}

type Choices = Pick<Region, 'taxInclusive' | 'isDefault' | 'active'>;

interface RegionSwitchesProps {
  readonly draft: Choices;
  readonly onChange: (part: Partial<Choices>) => void;
}

function RegionSwitches({ draft, onChange: change }: RegionSwitchesProps) {
  return (
    <>
      <Switch
        label="Prices include tax"
        description="As in Europe: the price shown is what is paid."
        checked={draft.taxInclusive}
        onChange={(event) => change({ taxInclusive: event.currentTarget.checked })}
      />
      <Switch
        label="For visitors of whom nothing else is known"
        checked={draft.isDefault}
        onChange={(event) => change({ isDefault: event.currentTarget.checked })}
      />
      <Switch
        label="Can be chosen"
        checked={draft.active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </>
  );
}
