'use client';

import { Anchor, Badge, Group, Select, SimpleGrid, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { Price } from '../../components/price.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';

type AbandonedCart = RouterOutputs['orders']['recovery']['list']['items'][number];
type State = AbandonedCart['state'];

const states: Readonly<Record<State, { label: string; colour: string }>> = {
  open: { label: 'Left', colour: 'gray' },
  written: { label: 'Written to', colour: 'blue' },
  restored: { label: 'Came back', colour: 'yellow' },
  recovered: { label: 'Recovered', colour: 'teal' },
};

const filters = [
  { value: 'all', label: 'All' },
  ...Object.entries(states).map(([value, { label }]) => ({ value, label })),
];

export function AbandonedPage() {
  const trpc = useTRPC();
  const [state, setState] = useState('all');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const carts = useQuery(
    trpc.orders.recovery.list.queryOptions(
      {
        ...(state === 'all' ? {} : { state: state as State }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHeader
        title="Abandoned carts"
        description="Carts that somebody we know left half an hour ago or longer. Who agreed to letters gets one about each."
      />
      <Summary />
      <Section
        title="Carts"
        flush
        aside={
          <Select
            size="xs"
            w={150}
            data={filters}
            value={state}
            allowDeselect={false}
            aria-label="What became of them"
            onChange={(value) => {
              setState(value ?? 'all');
              setCursors([]);
            }}
          />
        }
      >
        {carts.isPending && <RowSkeletons rows={6} />}
        {carts.isError && <ErrorState error={carts.error} onRetry={() => void carts.refetch()} />}
        {carts.data?.items.length === 0 && (
          <EmptyState
            icon={ShoppingCart}
            title="No carts here"
            description="Carts are listed once an e-mail address was typed at checkout or their owner has an account."
          />
        )}
        {carts.data !== undefined && carts.data.items.length > 0 && <Carts items={carts.data.items} />}
        {carts.data !== undefined && (
          <Pager
            cursors={cursors}
            nextCursor={carts.data.nextCursor}
            busy={carts.isPlaceholderData}
            onTurn={setCursors}
          />
        )}
      </Section>
    </>
  );
}

function Summary() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.orders.recovery.summary.queryOptions());
  const share =
    data === undefined || data.written === 0 ? 0 : Math.round((data.recovered / data.written) * 100);
  const figures = [
    ['Letters in 30 days', data?.written],
    ['Came back', data?.restored],
    ['Recovered', data === undefined ? undefined : `${data.recovered} (${share}%)`],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" mb="lg">
      {figures.map(([label, value]) => (
        <Section key={label} title={label}>
          <Text fz={26} fw={600} lh={1.2}>
            {value ?? '–'}
          </Text>
        </Section>
      ))}
    </SimpleGrid>
  );
}

function Carts({ items }: { items: readonly AbandonedCart[] }) {
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Who</Table.Th>
            <Table.Th>Left</Table.Th>
            <Table.Th ta="right">Units</Table.Th>
            <Table.Th ta="right">Value</Table.Th>
            <Table.Th>Letters</Table.Th>
            <Table.Th>What became of it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((cart) => (
            <Row key={cart.id} cart={cart} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ cart }: { cart: AbandonedCart }) {
  const { name, email, customerId, leftAt, units, valueMinor, currency, consent, order } = cart;
  const { label, colour } = states[cart.state];
  return (
    <Table.Tr>
      <Table.Td>
        {customerId === null ? (
          <Text size="sm">{email}</Text>
        ) : (
          <Anchor component={Link} href={`/customers/${customerId}`} size="sm">
            {name ?? email}
          </Anchor>
        )}
        {name !== null && (
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Ago at={leftAt} />
      </Table.Td>
      <Table.Td ta="right">{units}</Table.Td>
      <Table.Td ta="right">
        <Price amountMinor={valueMinor} currency={currency} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={consent ? undefined : 'dimmed'}>
          {consent ? 'Agreed' : 'Not agreed'}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Badge variant="light" color={colour}>
            {label}
          </Badge>
          {order !== null && (
            <Anchor component={Link} href={`/orders/${order.id}`} size="sm">
              #{order.number}
            </Anchor>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
