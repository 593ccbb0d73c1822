'use client';

import { Anchor, Drawer, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { EndlessList } from '../../components/endless-list.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { LevelHead } from './level-head.tsx';
import classes from './stock.module.css';
import { formatChange, formatUnits, type Level, type Movement, movementTitle } from './stock.ts';

interface LedgerDrawerProps {
  readonly level: Level | null;
  readonly onClose: () => void;
}

/** Everything that came and went of a variant at a location. */
export function LedgerDrawer({ level, onClose }: LedgerDrawerProps) {
  return (
    <Drawer opened={level !== null} onClose={onClose} position="right" size="md" title="Ledger">
      {level !== null && (
        <Stack>
          <LevelHead level={level} />
          <Ledger level={level} />
        </Stack>
      )}
    </Drawer>
  );
}

function Ledger({ level: { variantId, locationId } }: { level: Level }) {
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.products.staff.stock.movements.infiniteQueryOptions(
      { variantId, locationId, limit: 30 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <EndlessList
      pages={pages}
      more="Show older"
      empty={<EmptyState icon={BookOpen} title="Nothing yet" description="No unit came or went here." />}
    >
      {(movements) => (
        <div>
          {movements.map((movement) => (
            <Entry key={movement.id} movement={movement} />
          ))}
        </div>
      )}
    </EndlessList>
  );
}

function Entry({ movement }: { movement: Movement }) {
  const { quantity, onHandAfter, createdAt, staffName, note, orderId } = movement;
  const title = movementTitle(movement);
  return (
    <article className={classes.entry}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
        <Text size="sm" fw={500}>
          {orderId === null ? (
            title
          ) : (
            <Anchor component={Link} href={`/orders/${orderId}`} size="sm" fw={500}>
              {title}
            </Anchor>
          )}
        </Text>
        <Text size="sm" fw={600} className="tabular" c={quantity > 0 ? 'teal.8' : undefined} flex="none">
          {formatChange(quantity)}
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
        <Text size="xs" c="dimmed">
          {formatDateTime(createdAt)}
          {staffName === null ? '' : ` · ${staffName}`}
        </Text>
        <Text size="xs" c="dimmed" className="tabular" flex="none">
          {formatUnits(onHandAfter)} left
        </Text>
      </Group>
      {note !== null && (
        <Text size="sm" mt={4}>
          {note}
        </Text>
      )}
    </article>
  );
}
