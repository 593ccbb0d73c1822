import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import { Ago } from '../../components/moment.tsx';
import { ReturnStatus } from '../../components/return-status.tsx';
import { count } from '../../lib/format.ts';
import type { ReturnRow } from './return.ts';
import classes from './returns.module.css';

/** The list on a phone. */
export function ReturnCards({ returns }: { returns: readonly ReturnRow[] }) {
  return (
    <div>
      {returns.map((row) => (
        <Link key={row.id} href={`/returns/${row.id}`} className={classes.card}>
          <Group justify="space-between" wrap="nowrap" mb={4}>
            <Text size="sm" fw={600} className="tabular">
              {row.name}
            </Text>
            <ReturnStatus status={row.status} />
          </Group>
          <Text size="sm" truncate>
            {row.customerName}
          </Text>
          <Text size="xs" c="dimmed">
            {count(row.units, 'item')} · <Ago at={row.createdAt} />
          </Text>
        </Link>
      ))}
    </div>
  );
}
