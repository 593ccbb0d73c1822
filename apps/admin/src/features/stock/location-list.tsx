'use client';

import { ActionIcon, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { reorder } from '../../lib/reorder.ts';
import { toastProblem } from '../../lib/toast.tsx';
import { openLocation } from './location-form.tsx';
import classes from './stock.module.css';
import { formatUnits, type StockLocation } from './stock.ts';
import { useCanWriteStock } from './use-can-write-stock.ts';
import { useStockWrite } from './use-stock-write.ts';

/** Where stock lies, in the order it is listed. */
export function LocationList() {
  const trpc = useTRPC();
  const mayWrite = useCanWriteStock();
  const { done, failed } = useStockWrite();
  const locations = useQuery(trpc.products.staff.stock.locations.list.queryOptions());
  const save = useMutation(
    trpc.products.staff.stock.locations.reorder.mutationOptions({
      onSuccess: () => done('Order saved', 'Locations are listed in this order from now on.'),
      onError: (error) => toastProblem('The order was not saved', failed(error)),
    }),
  );
  const ids = (locations.data ?? []).map(({ id }) => id);
  const move = (from: number, to: number) => {
    save.mutate({ ids: reorder(ids, from, to), idempotencyKey: createIdempotencyKey() });
  };
  return (
    <Stack>
      {mayWrite && (
        <Group justify="flex-end">
          <Button leftSection={<Plus size={16} />} onClick={() => openLocation(null)}>
            Add location
          </Button>
        </Group>
      )}
      <Card padding={0}>
        {locations.isPending && <RowSkeletons rows={3} height={48} />}
        {locations.isError && <ErrorState error={locations.error} onRetry={() => void locations.refetch()} />}
        {locations.data?.map((location, index) => (
          <article key={location.id} className={classes.place} aria-label={location.name}>
            <ActionIcon.Group orientation="vertical">
              <ActionIcon
                variant="default"
                size={26}
                aria-label={`Move ${location.name} up`}
                disabled={!mayWrite || index === 0 || save.isPending}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp size={13} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={26}
                aria-label={`Move ${location.name} down`}
                disabled={!mayWrite || index === ids.length - 1 || save.isPending}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown size={13} />
              </ActionIcon>
            </ActionIcon.Group>
            <Place location={location} />
            {mayWrite && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Edit ${location.name}`}
                onClick={() => openLocation(location)}
              >
                <Pencil size={16} />
              </ActionIcon>
            )}
          </article>
        ))}
      </Card>
    </Stack>
  );
}

function Place({ location: { name, code, active, onHand, allocated } }: { location: StockLocation }) {
  return (
    <div style={{ minWidth: 0 }}>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Badge size="sm" color={active ? 'teal' : 'gray'}>
          {active ? 'Selling' : 'Not selling'}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed" className="tabular">
        {code} · {formatUnits(onHand)} on hand · {formatUnits(allocated)} promised
      </Text>
    </div>
  );
}
