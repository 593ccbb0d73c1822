import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { StatusBadge } from '../../components/status.tsx';
import { countOf } from './price-list-table.tsx';
import { kinds, periodOf, type PriceListRow, states } from './price-list.ts';
import classes from './prices.module.css';

/** The lists on a phone. */
export function PriceListCards({ lists }: { lists: readonly PriceListRow[] }) {
  return lists.map((list) => (
    <Link key={list.id} href={`/prices/${list.id}`} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} truncate>
          {list.name}
        </Text>
        <StatusBadge {...states[list.state]} />
      </Group>
      <Text size="sm" mt={2}>
        {kinds[list.kind].label} · {list.group?.name ?? 'Everybody'} · {countOf(list.priceCount)} prices
      </Text>
      <Text size="xs" c="dimmed" mt={2}>
        {periodOf(list)}
      </Text>
    </Link>
  ));
}
