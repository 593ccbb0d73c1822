'use client';

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Ban, PackageCheck, Truck } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastProblem } from '../../lib/toast.tsx';
import { openCancelOrder } from './cancel-order-form.tsx';
import { actionsFor } from './order-actions.ts';
import { OrderMoreMenu } from './order-more-menu.tsx';
import type { StaffOrder } from './order.ts';
import { openShipOrder } from './ship-order-form.tsx';
import { useOrderWrite } from './use-order-write.ts';

/** What this member of staff can do with the order now; nothing else is shown. */
export function OrderActionBar({ order }: { order: StaffOrder }) {
  const actions = actionsFor(order, useStaff().permissions);
  return (
    <>
      <OrderMoreMenu order={order} />
      {actions.cancel && (
        <Button variant="default" leftSection={<Ban size={16} />} onClick={() => openCancelOrder(order)}>
          Cancel order
        </Button>
      )}
      {actions.deliver && <MarkDelivered order={order} />}
      {actions.ship && (
        <Button leftSection={<Truck size={16} />} onClick={() => openShipOrder(order)}>
          Ship order
        </Button>
      )}
    </>
  );
}

function MarkDelivered({ order }: { order: StaffOrder }) {
  const trpc = useTRPC();
  const { done, failed } = useOrderWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const deliver = useMutation(
    trpc.orders.staff.markDelivered.mutationOptions({
      onSuccess: (delivered) =>
        done(delivered, 'Marked delivered', `Order #${delivered.number} has arrived.`),
      onError: (error) => {
        const sentence = failed(order.id, error);
        if (sentence !== null) toastProblem('Not marked delivered', sentence);
      },
    }),
  );
  return (
    <Button
      leftSection={<PackageCheck size={16} />}
      loading={deliver.isPending}
      onClick={() => deliver.mutate({ id: order.id, version: order.version, idempotencyKey })}
    >
      Mark delivered
    </Button>
  );
}
