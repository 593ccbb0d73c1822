'use client';

import { Button, Card, Group, SegmentedControl, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { EndlessList } from '../../components/endless-list.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count, formatDateTime, formatRelative } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastProblem } from '../../lib/toast.tsx';
import { oneOf } from '../../lib/use-address.ts';
import classes from './stock.module.css';
import type { Reservation } from './stock.ts';
import { useCanWriteStock } from './use-can-write-stock.ts';
import { useStockWrite } from './use-stock-write.ts';

const states = ['live', 'released'] as const;

/** What staff keep for somebody. */
export function ReservationList() {
  const trpc = useTRPC();
  const [state, setState] = useState<(typeof states)[number]>('live');
  const pages = useInfiniteQuery(
    trpc.products.staff.stock.reservations.infiniteQueryOptions(
      { state, limit: 30 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Card padding={0}>
      <Group p="sm" px="md" className={classes.entry}>
        <SegmentedControl
          aria-label="Which reservations"
          data={[
            { value: 'live', label: 'Kept now' },
            { value: 'released', label: 'Ended' },
          ]}
          value={state}
          onChange={(value) => setState(oneOf(states, value) ?? 'live')}
        />
      </Group>
      <EndlessList
        pages={pages}
        more="Show older"
        empty={
          <EmptyState
            icon={Hourglass}
            title={state === 'live' ? 'Nothing is kept' : 'Nothing has ended yet'}
            description="Keep units for somebody from the menu of a level."
          />
        }
      >
        {(reservations) =>
          reservations.map((reservation) => (
            <ReservationCard key={reservation.id} reservation={reservation} />
          ))
        }
      </EndlessList>
    </Card>
  );
}

function ReservationCard({ reservation }: { reservation: Reservation }) {
  const { reference, quantity, productName, variantName, sku, locationName, staffName } = reservation;
  const by = staffName === null ? '' : ` · by ${staffName}`;
  return (
    <Group
      px="md"
      py="sm"
      justify="space-between"
      wrap="nowrap"
      className={classes.entry}
      component="article"
    >
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500} truncate>
          {reference}
        </Text>
        <Text size="sm" lineClamp={2}>
          {count(quantity, 'unit')} of {productName}, {variantName} ({sku}) at {locationName}
        </Text>
        <Text size="xs" c="dimmed">
          {endOf(reservation)}
          {by}
        </Text>
      </div>
      {reservation.releasedAt === null && <ReleaseButton reservation={reservation} />}
    </Group>
  );
}

function endOf({ releasedAt, expiresAt }: Reservation): string {
  if (releasedAt !== null) return `Ended ${formatRelative(releasedAt)}`;
  return `Until ${formatDateTime(expiresAt)}`;
}

function confirmRelease(onConfirm: () => void): void {
  modals.openConfirmModal({
    title: 'Release these units?',
    children: <Text size="sm">They can be sold to anybody from then on.</Text>,
    labels: { confirm: 'Release units', cancel: 'Keep them' },
    onConfirm,
  });
}

function ReleaseButton({ reservation }: { reservation: Reservation }) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const release = useMutation(
    trpc.products.staff.stock.release.mutationOptions({
      onSuccess: () => done('Units released', `${reservation.sku} can be sold again.`),
      onError: (error) => toastProblem('The units were not released', failed(error)),
    }),
  );
  if (!useCanWriteStock()) return null;
  return (
    <Button
      variant="default"
      size="xs"
      flex="none"
      loading={release.isPending}
      onClick={() => confirmRelease(() => release.mutate({ id: reservation.id, idempotencyKey }))}
    >
      Release
    </Button>
  );
}
