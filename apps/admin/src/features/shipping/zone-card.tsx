'use client';

import { ActionIcon, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { EllipsisVertical, Pencil, Plus, Store, Trash2, Truck } from 'lucide-react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { daysText } from '../../lib/places.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import { openMethodForm } from './method-form.tsx';
import classes from './shipping.module.css';
import { describeRate, type ShippingMethod, type ShippingZone, summarisePlaces } from './shipping.ts';
import { useShippingRefresh } from './use-shipping-write.ts';
import { openZoneForm } from './zone-form.tsx';

export function ZoneCard({ zone, mayWrite }: { zone: ShippingZone; mayWrite: boolean }) {
  return (
    <Section title={zone.name} flush aside={mayWrite && <ZoneMenu zone={zone} />}>
      <Text size="sm" c="dimmed" className={classes.places}>
        {summarisePlaces(zone.places)}
      </Text>
      {zone.methods.map((method) => (
        <MethodRow key={method.id} zone={zone} method={method} mayWrite={mayWrite} />
      ))}
      {zone.methods.length === 0 && (
        <Text size="sm" className={classes.row}>
          Nothing is offered here yet: orders to these places are refused.
        </Text>
      )}
      {mayWrite && (
        <div className={classes.row}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Plus size={15} />}
            onClick={() => openMethodForm(zone, null)}
          >
            Add a method
          </Button>
        </div>
      )}
    </Section>
  );
}

interface MethodRowProps {
  readonly zone: ShippingZone;
  readonly method: ShippingMethod;
  readonly mayWrite: boolean;
}

function MethodRow({ zone, method, mayWrite }: MethodRowProps) {
  const Icon = method.kind === 'pickup' ? Store : Truck;
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Icon size={18} aria-hidden className={classes.icon} />
          <Stack gap={2}>
            <Group gap={8}>
              <Text size="sm" fw={600}>
                {method.name}
              </Text>
              {!method.active && <Badge color="gray">Off</Badge>}
              {method.carrierService !== null && <Badge color="teal">Carrier: {method.carrierService}</Badge>}
            </Group>
            <Text size="xs" c="dimmed">
              {method.description} {daysText(method.minDays, method.maxDays)}
            </Text>
            <Text size="sm">
              {method.rates.map((rate) => (
                <span key={rate.currency} className={classes.rate}>
                  {describeRate(method, rate)}
                </span>
              ))}
            </Text>
          </Stack>
        </Group>
        {mayWrite && (
          <ActionIcon
            variant="default"
            size={30}
            aria-label={`Edit ${method.name}`}
            onClick={() => openMethodForm(zone, method)}
          >
            <Pencil size={15} />
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}

function ZoneMenu({ zone }: { zone: ShippingZone }) {
  const trpc = useTRPC();
  const refresh = useShippingRefresh();
  const remove = useMutation(
    trpc.orders.staff.shipping.deleteZone.mutationOptions({
      onSuccess: () => {
        refresh();
        toastDone('Zone deleted', `Nothing is offered for “${zone.name}” any more.`);
      },
      onError: (error) => toastRefusal(error, refresh),
    }),
  );
  const { id, version } = zone;

  function confirmRemove(): void {
    modals.openConfirmModal({
      title: `Delete “${zone.name}”?`,
      children: <Text size="sm">Its methods go with it. Orders that were placed keep theirs.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={`More about ${zone.name}`}
          loading={remove.isPending}
        >
          <EllipsisVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} />} onClick={() => openZoneForm(zone)}>
          Name and places
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Trash2 size={15} />} onClick={confirmRemove}>
          Delete zone
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
