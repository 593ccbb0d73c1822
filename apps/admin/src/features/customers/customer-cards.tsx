import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { count } from '../../lib/format.ts';
import type { CustomerRow } from './customer.ts';
import classes from './customers.module.css';
import { Labels } from './customer-table.tsx';
import { Spent } from './spent.tsx';

/** The list on a phone. */
export function CustomerCards({ customers }: { customers: readonly CustomerRow[] }) {
  return customers.map((row) => (
    <Link key={row.id} href={`/customers/${row.id}`} className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} truncate>
          {row.name}
        </Text>
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
          <Spent spent={row.spent} />
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs" mt={2} mb={6}>
        <Text size="xs" c="dimmed" truncate>
          {row.email}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {count(row.orderCount, 'order')}
        </Text>
      </Group>
      <Labels row={row} />
    </Link>
  ));
}
