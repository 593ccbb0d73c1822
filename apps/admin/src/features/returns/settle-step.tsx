'use client';

import { Card, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { useTRPC } from '../../lib/api.ts';
import type { StaffReturn } from './return.ts';
import { SettleForm } from './settle-form.tsx';

/** Pays out what arrived. */
export function SettleStep({ back }: { back: StaffReturn }) {
  const trpc = useTRPC();
  const refundable = useQuery(
    trpc.orders.staff.refunds.refundable.queryOptions({ id: back.orderId }, { staleTime: 0 }),
  );
  const order = useQuery(trpc.orders.staff.get.queryOptions({ id: back.orderId }));
  const error = refundable.error ?? order.error;
  if (error !== null)
    return (
      <Card>
        <ErrorState error={error} onRetry={() => void Promise.all([refundable.refetch(), order.refetch()])} />
      </Card>
    );
  if (refundable.data === undefined || order.data === undefined) return <Skeleton h={360} />;
  return <SettleForm back={back} order={order.data} refundable={refundable.data} />;
}
