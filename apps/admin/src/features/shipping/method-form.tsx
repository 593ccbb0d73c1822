'use client';

import {
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { currencies } from '@turing/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DeleteAndSave } from '../../components/delete-and-save.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';
import { type MethodDraft, readDraft, toDraft } from './method-values.ts';
import { PickupFields } from './pickup-fields.tsx';
import { RateFields } from './rate-fields.tsx';
import type { ShippingMethod, ShippingZone } from './shipping.ts';
import { useShippingRefresh } from './use-shipping-write.ts';

const modalId = 'shipping-method';

/** For a new method of a zone, or one to change. */
export function openMethodForm(zone: ShippingZone, method: ShippingMethod | null): void {
  modals.open({
    modalId,
    size: 'lg',
    title: method === null ? `New method for ${zone.name}` : method.name,
    children: <MethodForm zone={zone} method={method} />,
  });
}

interface MethodFormProps {
  readonly zone: ShippingZone;
  readonly method: ShippingMethod | null;
}

function MethodForm({ zone, method }: MethodFormProps) {
  const trpc = useTRPC();
  const refresh = useShippingRefresh();
  const [draft, setDraft] = useState(() => toDraft(method));
  const [missing, setMissing] = useState<string | null>(null);
  const change = (part: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...part }));
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: method === null ? 'Method added' : 'Method saved',
    refresh,
    onClose: () => modals.close(modalId),
  });
  const { onError } = outcome;
  const onSuccess = () => outcome.onSuccess({ name: draft.name });
  const { shipping } = trpc.orders.staff;
  const create = useMutation(shipping.createMethod.mutationOptions({ onSuccess, onError }));
  const update = useMutation(shipping.updateMethod.mutationOptions({ onSuccess, onError }));
  const remove = useMutation(
    shipping.deleteMethod.mutationOptions({ onSuccess, onError: (error) => toastRefusal(error, refresh) }),
  );

  function save(): void {
    const terms = readDraft(draft, method?.position ?? zone.methods.length);
    if (typeof terms === 'string') return setMissing(terms);
    setMissing(null);
    if (method === null) create.mutate({ ...terms, zoneId: zone.id, idempotencyKey });
    else update.mutate({ ...terms, id: method.id, version: method.version, idempotencyKey });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      noValidate
    >
      <Stack>
        <Problem sentence={missing ?? problem} />
        <NameFields draft={draft} onChange={change} />
        {draft.isPickup ? (
          <PickupFields draft={draft} locations={locations.data ?? []} onChange={change} />
        ) : (
          <TextInput
            label="Carrier’s service"
            description="Asked for a live price where a carrier is connected; the rates below stand in for it."
            placeholder="None"
            maxLength={60}
            value={draft.carrierService}
            onChange={(event) => change({ carrierService: event.currentTarget.value })}
          />
        )}
        <Select
          label="The price depends on"
          data={[
            { value: 'flat', label: 'Nothing: one price' },
            { value: 'weight', label: 'Weight, in steps' },
            { value: 'subtotal', label: 'Value of the goods, in steps' },
          ]}
          value={draft.basis}
          allowDeselect={false}
          onChange={(basis) => basis !== null && change({ basis: basis })}
        />
        {currencies.map((currency) => (
          <RateFields
            key={currency}
            currency={currency}
            basis={draft.basis}
            rate={draft.rates[currency]}
            onChange={(rate) => change({ rates: { ...draft.rates, [currency]: rate } })}
          />
        ))}
        <Switch
          label="Offered to buyers"
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Text size="xs" c="dimmed">
          Steps are compared before discounts, “free from” after them.
        </Text>
        <DeleteAndSave
          onDelete={
            method && (() => remove.mutate({ id: method.id, version: method.version, idempotencyKey }))
          }
          deleting={remove.isPending}
          saving={create.isPending || update.isPending}

          onCancel={() => modals.close(modalId)}
        />
      </Stack>
    </form>
  );
}

interface NameFieldsProps {
  readonly draft: MethodDraft;
  readonly onChange: (part: Partial<MethodDraft>) => void;
}

function NameFields({ draft, onChange: change }: NameFieldsProps) {
  return (
    <>
      <SegmentedControl
        data={[
          { value: 'delivery', label: 'Delivered' },
          { value: 'pickup', label: 'Picked up' },
        ]}
        value={draft.isPickup ? 'pickup' : 'delivery'}
        onChange={(kind) => change({ isPickup: kind === 'pickup' })}
      />
      <TextInput
        label="Name"
        description="Buyers see it."
        maxLength={80}
        data-autofocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={draft.isPickup ? 'Opening hours' : 'Description'}
        maxLength={200}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <SimpleGrid cols={2}>
        <NumberInput
          label="Fewest days"
          min={0}
          max={365}
          value={draft.minDays}
          onChange={(days) => change({ minDays: Number(days) || 0 })}
        />
        <NumberInput
          label="Most days"
          min={0}
          max={365}
          value={draft.maxDays}
          onChange={(days) => change({ maxDays: Number(days) || 0 })}
        />
      </SimpleGrid>
    </>
  );
}
