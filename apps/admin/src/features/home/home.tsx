'use client';

import { Card, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { greetingAt } from './figures.ts';
import { LatestToShip } from './latest-to-ship.tsx';
import { Places } from './places.tsx';
import { Revenue } from './revenue.tsx';
import { WorkCards } from './work-cards.tsx';

export function Home() {
  const trpc = useTRPC();
  const staff = useStaff();
  const seesOrders = staff.permissions.includes('orders:read');
  const summary = useQuery(
    trpc.orders.staff.summary.queryOptions(undefined, { refetchInterval: 60_000, enabled: seesOrders }),
  );
  const [greeting] = useState(() => greetingAt(new Date().getHours()));
  const [firstName = staff.name] = staff.name.split(' ');

  return (
    <>
      <PageHeader
        title={`${greeting}, ${firstName}`}
        description="What needs doing, and how the shop is doing."
      />
      {!seesOrders && <Places />}
      {seesOrders &&
        (summary.isError && summary.data === undefined ? (
          <Card>
            <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
          </Card>
        ) : (
          <Stack gap="lg">
            <WorkCards summary={summary.data} />
            <Revenue summary={summary.data} />
            <LatestToShip />
          </Stack>
        ))}
    </>
  );
}
