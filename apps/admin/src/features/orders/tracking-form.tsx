'use client';

import { Autocomplete, Button, Stack, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { carriers } from './carriers.ts';
import { FormProblem } from './form-problem.tsx';
import type { StaffOrder } from './order.ts';
import { useModalChange } from './use-aftercare.ts';

const modalId = 'edit-tracking';

type Shipment = StaffOrder['shipments'][number];

export function openEditTracking(order: StaffOrder, shipment: Shipment): void {
  const children = <TrackingForm order={order} shipment={shipment} />;
  modals.open({ modalId, title: 'Edit tracking', children });
}

function TrackingForm({ order, shipment }: { order: StaffOrder; shipment: Shipment }) {
  const keyOf = useIntentKey();
  const [carrier, setCarrier] = useState(shipment.carrier);
  const [number, setNumber] = useState(shipment.trackingNumber ?? '');
  const [url, setUrl] = useState(shipment.trackingUrl ?? '');
  const { problem, onChanged, onError } = useModalChange(order.id, modalId);
  const edit = useMutation(
    useTRPC().orders.staff.shipments.editTracking.mutationOptions({
      onSuccess: onChanged('Tracking changed', 'The customer sees it with the order.'),
      onError,
    }),
  );
  const input = {
    id: order.id,
    version: order.version,
    shipmentId: shipment.id,
    carrier: carrier.trim(),
    trackingNumber: number.trim() === '' ? null : number.trim(),
    trackingUrl: url.trim() === '' ? null : url.trim(),
  };
  return (
    <Stack>
      <FormProblem problem={problem} />
      <Autocomplete label="Carrier" data={[...carriers]} value={carrier} onChange={setCarrier} />
      <TextInput
        label="Tracking number"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        label="Address to follow it"
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <ModalActions>
        <Button variant="default" onClick={() => modals.close(modalId)}>
          Not now
        </Button>
        <Button
          disabled={input.carrier === ''}
          loading={edit.isPending}
          onClick={() => edit.mutate({ ...input, idempotencyKey: keyOf(input) })}
        >
          Save
        </Button>
      </ModalActions>
    </Stack>
  );
}
