'use client';

import { NumberInput, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { taxCategories, type TaxCategory } from '@turing/domain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DeleteAndSave } from '../../components/delete-and-save.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { countryChoices, placeName, regionChoices } from '../../lib/places.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';
import { useToday } from '../../lib/use-today.ts';
import type { TaxRate } from './taxes.ts';

const modalId = 'tax-rate';

interface RateFormProps {
  readonly rate: TaxRate | null;
  readonly country: string;
  readonly refresh: () => void;
}

/** For a new rate, or one to change or end. */
export function openRateForm(rate: TaxRate | null, rest: Omit<RateFormProps, 'rate'>): void {
  modals.open({
    modalId,
    title: rate === null ? 'New rate' : `${rate.name}, ${placeName(rate.country, rate.region)}`,
    children: <RateForm rate={rate} {...rest} />,
  });
}

type Draft = ReturnType<typeof toDraft>;

function toDraft(rate: TaxRate | null, country: string, today: string) {
  return {
    country: rate?.country ?? country,
    region: rate?.region ?? '',
    category: (rate?.category ?? 'standard') as TaxCategory,
    name: rate?.name ?? '',
    percent: (rate?.ratePpm ?? 0) / 10_000,
    shippingTaxed: rate?.shippingTaxed ?? true,
    inclusive: rate?.inclusive ?? country !== 'US',
    adds: rate?.adds ?? false,
    validFrom: rate?.validFrom ?? today,
    validUntil: rate?.validUntil ?? '',
    source: rate?.source ?? '',
  };
}

/** What is saved: who collects it and under which registration follow from the place. */
function toTerms({ percent, validUntil, ...rest }: Draft, rate: TaxRate | null) {
  return {
    ...rest,
    name: rest.name.trim(),
    source: rest.source.trim(),
    jurisdiction: rate?.jurisdiction || placeName(rest.country, rest.region),
    registration: rate?.registration ?? (rest.country === 'US' || rest.adds ? rest.region : ''),
    ratePpm: Math.round(percent * 10_000),
    validUntil: validUntil === '' ? null : validUntil,
  };
}

function RateForm({ rate, country, refresh }: RateFormProps) {
  const trpc = useTRPC();
  const today = useToday();
  const [draft, setDraft] = useState(() => toDraft(rate, country, today));
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: rate === null ? 'Rate added' : 'Rate saved',
    refresh,
    onClose: () => modals.close(modalId),
  });
  const { onError } = outcome;
  const onSuccess = () => outcome.onSuccess({ name: draft.name });
  const { tax } = trpc.orders.staff;
  const create = useMutation(tax.createRate.mutationOptions({ onSuccess, onError }));
  const update = useMutation(tax.updateRate.mutationOptions({ onSuccess, onError }));
  const remove = useMutation(
    tax.deleteRate.mutationOptions({ onSuccess, onError: (error) => toastRefusal(error, refresh) }),
  );
  const isReady = draft.name.trim() !== '' && draft.source.trim() !== '' && draft.validFrom !== '';

  function save(): void {
    const terms = { ...toTerms(draft, rate), idempotencyKey };
    if (rate === null) create.mutate(terms);
    else update.mutate({ ...terms, id: rate.id, version: rate.version });
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
        <RateFields draft={draft} onChange={change} />
        <DeleteAndSave
          onDelete={rate && (() => remove.mutate({ id: rate.id, version: rate.version, idempotencyKey }))}
          deleting={remove.isPending}
          saving={create.isPending || update.isPending}
          isReady={isReady}
          onCancel={() => modals.close(modalId)}
        />
      </Stack>
    </form>
  );
}

interface RateFieldsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function RateFields({ draft, onChange: change }: RateFieldsProps) {
  const states = regionChoices(draft.country);
  return (
    <>
      <SimpleGrid cols={2}>
        <Select
          label="Country"
          data={countryChoices}
          value={draft.country}
          allowDeselect={false}
          searchable
          onChange={(code) => code !== null && change({ country: code, region: '' })}
        />
        <Select
          label="State or region"
          placeholder="The whole country"
          data={states}
          value={draft.region === '' ? null : draft.region}
          disabled={states.length === 0}
          searchable
          clearable
          onChange={(region) => change({ region: region ?? '' })}
        />
        <TextInput
          label="Name"
          placeholder="VAT"
          maxLength={40}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label="For products"
          data={taxCategories.map((value) => ({ value, label: value.replace('_', ' ') }))}
          value={draft.category}
          allowDeselect={false}
          onChange={(category) => category !== null && change({ category: category })}
        />
        <NumberInput
          label="Rate"
          suffix=" %"
          min={0}
          max={100}
          decimalScale={4}
          value={draft.percent}
          onChange={(percent) => change({ percent: Number(percent) || 0 })}
        />
        <span />
        <TextInput
          label="First day"
          type="date"
          value={draft.validFrom}
          onChange={(event) => change({ validFrom: event.currentTarget.value })}
        />
        <TextInput
          label="Holds no more from"
          type="date"
          value={draft.validUntil}
          onChange={(event) => change({ validUntil: event.currentTarget.value })}
        />
      </SimpleGrid>
      <TextInput
        label="Source"
        description="Where it says so: a law, an office’s page."
        maxLength={200}
        value={draft.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <Switch
        label="Shipping is taxed"
        checked={draft.shippingTaxed}
        onChange={(event) => change({ shippingTaxed: event.currentTarget.checked })}
      />
      {draft.region !== '' && (
        <Switch
          label="Comes on top of the country’s rate"
          checked={draft.adds}
          onChange={(event) => change({ adds: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
