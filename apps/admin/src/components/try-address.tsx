'use client';

import {
  Badge,
  Button,
  Card,
  Divider,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { currencies, type Currency, taxRows } from '@turing/domain';
import type { RouterOutputs } from '@turing/client';
import { useQuery } from '@tanstack/react-query';
import { MapPinned, Store, Truck } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '../lib/api.ts';
import { moneyText, readMoney } from '../lib/money-text.ts';
import { countryChoices, daysText, regionChoices } from '../lib/places.ts';
import { ErrorState } from './error-state.tsx';
import { Price } from './price.tsx';

type Tried = RouterOutputs['orders']['staff']['shipping']['tryAddress'];

const start = {
  country: 'US',
  region: 'CA' as string | null,
  postalCode: '90001',
  currency: 'USD' as Currency,
  weightGrams: 1200,
  subtotalMinor: 10_000,
};

/** What a buyer somewhere would be offered and taxed, by the tables as they are now. */
export function TryAddress() {
  const trpc = useTRPC();
  const [draft, setDraft] = useState({ ...start, subtotal: moneyText(start.subtotalMinor, start.currency) });
  const [asked, setAsked] = useState(start);
  const answer = useQuery(
    trpc.orders.staff.shipping.tryAddress.queryOptions(asked, { placeholderData: (before) => before }),
  );
  const states = regionChoices(draft.country);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));

  function ask(): void {
    const { subtotal, ...place } = draft;
    setAsked({ ...place, subtotalMinor: readMoney(subtotal, draft.currency) ?? 0 });
  }

  return (
    <Card component="section" aria-label="Try an address">
      <Group gap={8} mb="sm">
        <MapPinned size={18} aria-hidden />
        <Title order={2} fz="md">
          Try an address
        </Title>
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Stack gap="sm">
          <Select
            label="Country"
            data={countryChoices}
            value={draft.country}
            allowDeselect={false}
            searchable
            onChange={(country) => country !== null && change({ country, region: null })}
          />
          <SimpleGrid cols={2} spacing="sm">
            {states.length > 0 ? (
              <Select
                label="State or region"
                data={states}
                value={draft.region}
                searchable
                clearable
                onChange={(region) => change({ region })}
              />
            ) : (
              <TextInput label="State or region" value="" placeholder="Not needed" disabled />
            )}
            <TextInput
              label="Postal code"
              value={draft.postalCode}
              onChange={(event) => change({ postalCode: event.currentTarget.value })}
            />
            <TextInput
              label="Goods"
              value={draft.subtotal}
              inputMode="decimal"
              onChange={(event) => change({ subtotal: event.currentTarget.value })}
            />
            <Select
              label="Currency"
              data={[...currencies]}
              value={draft.currency}
              allowDeselect={false}
              onChange={(currency) => currency !== null && change({ currency: currency })}
            />
            <NumberInput
              label="Weight"
              suffix=" g"
              min={0}
              value={draft.weightGrams}
              onChange={(weight) => change({ weightGrams: Number(weight) || 0 })}
            />
            <Button type="submit" mt={24} loading={answer.isFetching}>
              Show
            </Button>
          </SimpleGrid>
        </Stack>
      </form>
      <Divider my="md" />
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && <Answer tried={answer.data} currency={asked.currency} />}
    </Card>
  );
}

function Answer({ tried, currency }: { tried: Tried; currency: Currency }) {
  const taxMinor = tried.taxes.reduce((sum, share) => sum + share.taxMinor, 0);
  return (
    <Stack gap="xs" aria-live="polite">
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          Zone
        </Text>
        <Badge color={tried.zone === null ? 'red' : 'brand'}>{tried.zone ?? 'none'}</Badge>
      </Group>
      {tried.methods.length === 0 && <Text size="sm">Nothing is offered there.</Text>}
      {tried.methods.map((method) => (
        <Group key={method.code} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap={8} wrap="nowrap">
            {method.isPickup ? <Store size={15} aria-hidden /> : <Truck size={15} aria-hidden />}
            <Text size="sm">{method.name}</Text>
            <Text size="xs" c="dimmed">
              {daysText(method.minDays, method.maxDays)}
            </Text>
          </Group>
          <Text size="sm" fw={600}>
            {method.amountMinor === 0 ? (
              'Free'
            ) : (
              <Price amountMinor={method.amountMinor} currency={currency} />
            )}
          </Text>
        </Group>
      ))}
      <Divider />
      {taxRows({ taxMinor, taxes: tried.taxes }).map(({ label, amountMinor }) => (
        <Group key={label} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">{tried.taxInclusive ? `Includes ${label}` : label}</Text>
          <Text size="sm">
            <Price amountMinor={amountMinor} currency={currency} />
          </Text>
        </Group>
      ))}
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          Total with the first method
        </Text>
        <Text size="sm" fw={600}>
          <Price amountMinor={tried.totalMinor} currency={currency} />
        </Text>
      </Group>
    </Stack>
  );
}
