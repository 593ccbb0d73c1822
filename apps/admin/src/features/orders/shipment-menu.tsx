'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, PackageCheck, PackageX, Pencil } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { toastProblem } from '../../lib/toast.tsx';
import type { StaffOrder } from './order.ts';
import { openEditTracking } from './tracking-form.tsx';
import { useOrderWrite } from './use-order-write.ts';

export type Shipment = StaffOrder['shipments'][number];

/** What can be done with one parcel: it arrived, it is followed otherwise, it never was. */
export function ShipmentMenu({ order, shipment }: { order: StaffOrder; shipment: Shipment }) {
  const mayShip = useStaff().permissions.includes('orders:ship');
  const { deliver, voidParcel } = useParcelChanges(order, shipment);
  if (!mayShip || order.status === 'cancelled') return null;
  const isUnderWay = shipment.deliveredAt === null;
  function confirmVoid(): void {
    modals.openConfirmModal({
      title: 'Void this shipment',
      children: (
        <Text size="sm">
          For parcels that were entered by mistake: its items are to be shipped again and lie on the shelf.
        </Text>
      ),
      labels: { confirm: 'Void shipment', cancel: 'Keep it' },
      confirmProps: { color: 'red.8' },
      onConfirm: voidParcel,
    });
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="Actions of this shipment">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isUnderWay && (
          <Menu.Item leftSection={<PackageCheck size={16} />} onClick={deliver}>
            Mark delivered
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Pencil size={16} />} onClick={() => openEditTracking(order, shipment)}>
          Edit tracking…
        </Menu.Item>
        {isUnderWay && (
          <Menu.Item color="red" leftSection={<PackageX size={16} />} onClick={confirmVoid}>
            Void shipment…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function useParcelChanges(order: StaffOrder, shipment: Shipment) {
  const { shipments } = useTRPC().orders.staff;
  const keyOf = useIntentKey();
  const { done, failed } = useOrderWrite();
  const onError = (error: unknown) => {
    const sentence = failed(order.id, error);
    if (sentence !== null) toastProblem('The shipment is as it was', sentence);
  };
  const deliver = useMutation(
    shipments.deliver.mutationOptions({
      onSuccess: (changed) => done(changed, 'Marked delivered', 'This parcel has arrived.'),
      onError,
    }),
  );
  const voiding = useMutation(
    shipments.void.mutationOptions({
      onSuccess: (changed) => done(changed, 'Shipment voided', 'Its items are to be shipped again.'),
      onError,
    }),
  );
  const input = { id: order.id, version: order.version, shipmentId: shipment.id };
  return {
    deliver: () => deliver.mutate({ ...input, idempotencyKey: keyOf({ ...input, deliver: true }) }),
    voidParcel: () => voiding.mutate({ ...input, idempotencyKey: keyOf({ ...input, deliver: false }) }),
  };
}
