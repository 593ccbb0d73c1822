'use client';

import { ActionIcon, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { parsePostalRange } from '@turing/domain';
import { useMutation } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { countryChoices, regionChoices } from '../../lib/places.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';
import type { ShippingPlace, ShippingZone } from './shipping.ts';
import { useShippingRefresh } from './use-shipping-write.ts';

const modalId = 'shipping-zone';

/** For a new zone, or one to change. */
export function openZoneForm(zone: ShippingZone | null): void {
  modals.open({
    modalId,
    size: 'lg',
    title: zone === null ? 'New zone' : 'Name and places',
    children: <ZoneForm zone={zone} />,
  });
}

interface PartDraft extends ShippingPlace {
  readonly key: string;
}

/** Rows are told apart by a key while they are typed. */
function withKey(place: ShippingPlace): PartDraft {
  return { ...place, key: createIdempotencyKey() };
}

const isWhole = ({ region, postal }: ShippingPlace) => region === '' && postal === '';

function ZoneForm({ zone }: { zone: ShippingZone | null }) {
  const trpc = useTRPC();
  const [name, setName] = useState(zone?.name ?? '');
  const [whole, setWhole] = useState(zone?.places.filter(isWhole).map(({ country }) => country) ?? []);
  const [parts, setParts] = useState<readonly PartDraft[]>(
    () => zone?.places.filter((place) => !isWhole(place)).map(withKey) ?? [],
  );
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: zone === null ? 'Zone made' : 'Zone saved',
    refresh: useShippingRefresh(),
    onClose: () => modals.close(modalId),
  });
  const { onError } = outcome;
  const onSuccess = () => outcome.onSuccess({ name });
  const create = useMutation(trpc.orders.staff.shipping.createZone.mutationOptions({ onSuccess, onError }));
  const update = useMutation(trpc.orders.staff.shipping.updateZone.mutationOptions({ onSuccess, onError }));
  const places = [
    ...whole.map((country) => ({ country, region: '', postal: '' })),
    ...parts.map(({ key: _key, ...place }) => place),
  ];
  const isReady = name.trim() !== '' && places.length > 0 && parts.every(isPart);

  function save(): void {
    const terms = { name: name.trim(), places, idempotencyKey };
    if (zone === null) create.mutate(terms);
    else update.mutate({ ...terms, id: zone.id, version: zone.version });
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
          description="For you; buyers do not see it."
          maxLength={80}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label="Whole countries"
          data={countryChoices}
          value={whole}
          onChange={setWhole}
          searchable
          clearable
        />
        <Stack gap="xs">
          <Text size="sm" fw={500}>
            Parts of countries
          </Text>
          {parts.map((part) => (
            <PartFields
              key={part.key}
              part={part}
              onChange={(next) =>
                setParts(parts.map((each) => (each === part ? { ...next, key: part.key } : each)))
              }
              onRemove={() => setParts(parts.filter((each) => each !== part))}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            w="fit-content"
            leftSection={<Plus size={15} />}
            onClick={() => setParts([...parts, withKey({ country: 'US', region: '', postal: '' })])}
          >
            Add a state or postal codes
          </Button>
        </Stack>
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" disabled={!isReady} loading={create.isPending || update.isPending}>
            Save
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function isPart(place: ShippingPlace): boolean {
  return !isWhole(place) && (place.postal === '' || parsePostalRange(place.postal) !== null);
}

interface PartFieldsProps {
  readonly part: ShippingPlace;
  readonly onChange: (part: ShippingPlace) => void;
  readonly onRemove: () => void;
}

function PartFields({ part, onChange, onRemove }: PartFieldsProps) {
  const states = regionChoices(part.country);
  const isWrong = part.postal !== '' && parsePostalRange(part.postal) === null;
  return (
    <Group gap="xs" align="flex-start" wrap="wrap">
      <Select
        aria-label="Country"
        data={countryChoices}
        value={part.country}
        allowDeselect={false}
        searchable
        w={170}
        onChange={(country) => country !== null && onChange({ country, region: '', postal: part.postal })}
      />
      <Select
        aria-label="State or region"
        placeholder={states.length > 0 ? 'Any state' : 'No states'}
        data={states}
        value={part.region === '' ? null : part.region}
        disabled={states.length === 0}
        searchable
        clearable
        w={170}
        onChange={(region) => onChange({ ...part, region: region ?? '' })}
      />
      <TextInput
        aria-label="Postal codes"
        placeholder="SW1 or 10000-19999"
        value={part.postal}
        w={180}
        error={isWrong && 'A beginning, or a range.'}
        onChange={(event) => onChange({ ...part, postal: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label="Remove" onClick={onRemove}>
        <X size={16} />
      </ActionIcon>
    </Group>
  );
}
