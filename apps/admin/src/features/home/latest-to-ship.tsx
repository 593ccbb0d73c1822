'use client';

import { Anchor, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PartyPopper } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Ago } from '../../components/moment.tsx';
import { Price } from '../../components/price.tsx';
import { FulfilmentStatus } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import classes from './latest-to-ship.module.css';

export function LatestToShip() {
  const trpc = useTRPC();
  const orders = useQuery(trpc.orders.staff.list.queryOptions({ status: 'confirmed', limit: 6 }));
  return (
    <Card padding={0} component="section" aria-labelledby="to-ship-title">
      <Group justify="space-between" px="lg" py="md">
        <Title order={2} fz="md" id="to-ship-title">
          Latest to ship
        </Title>
        <Anchor component={Link} href="/orders?status=confirmed" size="sm">
          All to ship
        </Anchor>
      </Group>
      {orders.isPending && (
        <Stack p="lg" gap="sm">
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} h={36} />
          ))}
        </Stack>
      )}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data?.items.length === 0 && (
        <EmptyState
          icon={PartyPopper}
          title="Nothing to ship"
          description="Every paid order is on its way."
        />
      )}
      <div className={classes.rows}>
        {orders.data?.items.map((order) => (
          <Link key={order.id} href={`/orders/${order.id}`} className={classes.row}>
            <Text size="sm" fw={600} className="tabular">
              #{order.number}
            </Text>
            <div>
              <Text size="sm" truncate>
                {order.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {count(order.itemCount, 'item')} · <Ago at={order.placedAt} />
              </Text>
            </div>
            <span className={classes.status}>
              <FulfilmentStatus status={order.fulfilmentStatus} />
            </span>
            <Text size="sm" fw={500} ta="right">
              <Price amountMinor={order.totalMinor} currency={order.currency} />
            </Text>
          </Link>
        ))}
      </div>
    </Card>
  );
}
