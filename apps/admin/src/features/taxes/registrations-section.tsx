'use client';

import { Button, Group, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { placeName } from '../../lib/places.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useToday } from '../../lib/use-today.ts';
import classes from './taxes.module.css';
import {
  percentText,
  rateUnder,
  splitRegistrations,
  type TaxRate,
  type TaxRegistration,
  type TaxSettings,
} from './taxes.ts';

interface RegistrationsProps {
  readonly settings: TaxSettings;
  readonly mayWrite: boolean;
  readonly refresh: () => void;
}

/** Nexus states and registrations, each a switch. */
export function RegistrationsSection({ settings, mayWrite, refresh }: RegistrationsProps) {
  const day = useToday();
  const { states, others } = splitRegistrations(settings.registrations);
  const trpc = useTRPC();
  const set = useMutation(
    trpc.orders.staff.tax.setRegistration.mutationOptions({
      onSuccess: (_, { country, region, active }) => {
        refresh();
        const place = placeName(country, region ?? '');
        toastDone(
          place,
          active ? 'Tax is collected there from now on.' : 'No tax is collected there any more.',
        );
      },
      onError: (error) => toastRefusal(error, refresh),
    }),
  );
  const write = (registration: TaxRegistration, change: Partial<TaxRegistration>) =>
    set.mutate({ ...registration, ...change, idempotencyKey: createIdempotencyKey() });
  const row = (registration: TaxRegistration) => (
    <RegistrationRow
      key={`${registration.country} ${registration.region} ${registration.version}`}
      registration={registration}
      rate={rateUnder(registration, settings.rates, day)}
      disabled={!mayWrite || set.isPending}
      onChange={(change) => write(registration, change)}
    />
  );
  const on = states.filter(({ active }) => active).length;
  return (
    <>
      <Section
        title="United States: nexus"
        aside={
          <Text size="sm" c="dimmed">
            {on} of {states.length} states
          </Text>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          Turn on the states in which the shop has a presence or has passed the state’s threshold for remote
          sellers. State rates only: cities and counties add theirs, which needs Stripe Tax.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing={0} verticalSpacing={0}>
          {states.map(row)}
        </SimpleGrid>
      </Section>
      <Section title="Other countries: registrations">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={0} verticalSpacing={0}>
          {others.map(row)}
        </SimpleGrid>
      </Section>
    </>
  );
}

interface RowProps {
  readonly registration: TaxRegistration;
  readonly rate: TaxRate | null;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<TaxRegistration>) => void;
}

function RegistrationRow({ registration, rate, disabled, onChange }: RowProps) {
  const { country, region, active } = registration;
  const [number, setNumber] = useState<string | null>(null);
  return (
    <div className={classes.registration}>
      <Group justify="space-between" wrap="nowrap">
        <Switch
          label={placeName(country, region)}
          checked={active}
          disabled={disabled}
          onChange={(event) => onChange({ active: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed" className="tabular">
          {rate === null ? 'no rate' : percentText(rate.ratePpm)}
        </Text>
      </Group>
      {active && country !== 'US' && number === null && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          ml={44}
          disabled={disabled}
          onClick={() => setNumber(registration.number)}
        >
          {registration.number === '' ? 'Add the shop’s number' : registration.number}
        </Button>
      )}
      {number !== null && (
        <Group gap="xs" mt={6} ml={50} wrap="nowrap">
          <TextInput
            aria-label={`Number in ${placeName(country, region)}`}
            size="xs"
            maxLength={40}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Button size="compact-sm" onClick={() => onChange({ number: number.trim() })}>
            Save
          </Button>
        </Group>
      )}
    </div>
  );
}
