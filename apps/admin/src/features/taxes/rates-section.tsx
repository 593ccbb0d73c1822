'use client';

import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Select,
  Switch,
  Table,
  Text,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { countryName, placeName } from '../../lib/places.ts';
import { useToday } from '../../lib/use-today.ts';
import { openRateForm } from './rate-form.tsx';
import classes from './taxes.module.css';
import { holdsOn, percentText, type TaxRate } from './taxes.ts';

interface RatesProps {
  readonly rates: readonly TaxRate[];
  readonly mayWrite: boolean;
  readonly refresh: () => void;
}

/** The table of rates, a country at a time. */
export function RatesSection({ rates, mayWrite, refresh }: RatesProps) {
  const [country, setCountry] = useState<string | null>('DE');
  const [withEnded, setWithEnded] = useState(false);
  const day = useToday();
  const countries = [...new Set(rates.map((rate) => rate.country))]
    .map((value) => ({ value, label: countryName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const chosen = country ?? countries[0]?.value;
  const shown = rates.filter(
    (rate) => rate.country === chosen && (withEnded || rate.validUntil === null || rate.validUntil > day),
  );
  return (
    <Section
      title="Rates"
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Plus size={15} />}
            onClick={() => openRateForm(null, { country: chosen ?? 'US', refresh })}
          >
            New rate
          </Button>
        )
      }
    >
      <Group className={classes.tools} gap="md">
        <Select
          aria-label="Country"
          data={countries}
          value={chosen ?? null}
          searchable
          allowDeselect={false}
          onChange={setCountry}
        />
        <Switch
          label="Ended ones, too"
          checked={withEnded}
          onChange={(event) => setWithEnded(event.currentTarget.checked)}
        />
      </Group>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Place</Table.Th>
              <Table.Th>Tax</Table.Th>
              <Table.Th ta="right">Rate</Table.Th>
              <Table.Th>Shipping</Table.Th>
              <Table.Th>Holds</Table.Th>
              <Table.Th>Source</Table.Th>
              <Table.Th>
                <VisuallyHidden>Edit</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((rate) => (
              <RateRow key={rate.id} rate={rate} day={day} mayWrite={mayWrite} refresh={refresh} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.tools}>
          No rates there.
        </Text>
      )}
    </Section>
  );
}

interface RateRowProps {
  readonly rate: TaxRate;
  readonly day: string;
  readonly mayWrite: boolean;
  readonly refresh: () => void;
}

function RateRow({ rate, day, mayWrite, refresh }: RateRowProps) {
  return (
    <Table.Tr>
      <Table.Td>{placeName(rate.country, rate.region)}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          {rate.name}
          {rate.category !== 'standard' && <Badge color="gray">{rate.category}</Badge>}
          {rate.adds && <Badge color="brand">added</Badge>}
        </Group>
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {percentText(rate.ratePpm)}
      </Table.Td>
      <Table.Td>{rate.shippingTaxed ? 'taxed' : 'not taxed'}</Table.Td>
      <Table.Td className="tabular">
        {holdsOn(rate, day) ? 'since ' : 'from '}
        {rate.validFrom}
        {rate.validUntil !== null && ` until ${rate.validUntil}`}
      </Table.Td>
      <Table.Td>
        <Tooltip label={rate.source} multiline maw={320} disabled={rate.source === ''}>
          <Text size="sm" c="dimmed" className={classes.source}>
            {rate.source === '' ? 'not said' : rate.source}
          </Text>
        </Tooltip>
      </Table.Td>
      <Table.Td>
        {mayWrite && (
          <ActionIcon
            variant="default"
            size={30}
            aria-label={`Edit ${rate.name} of ${placeName(rate.country, rate.region)}`}
            onClick={() => openRateForm(rate, { country: rate.country, refresh })}
          >
            <Pencil size={15} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
