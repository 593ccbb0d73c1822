'use client';

import { Button, CloseButton, Group, Text } from '@mantine/core';
import { Ban, PackageCheck, Printer, Tag, Truck } from 'lucide-react';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { openBulkCancel, openBulkDeliver, openBulkTag } from './bulk-forms.tsx';
import { openBulkShip } from './bulk-ship-form.tsx';
import classes from './order-list.module.css';
import type { OrderSelection } from './use-order-selection.ts';

const mostPrinted = 100;

interface OrderBulkBarProps {
  readonly selection: OrderSelection;
  /** Chooses what the filters find; null when all of it is chosen. */
  readonly onChooseAll: (() => void) | null;
  readonly choosing: boolean;
}

/** What can be done with the chosen orders, each by itself. */
export function OrderBulkBar({ selection: { chosen, clear }, onChooseAll, choosing }: OrderBulkBarProps) {
  const { permissions } = useStaff();
  const form = { orders: chosen, onDone: clear };
  return (
    <div className={classes.bar} role="region" aria-label="Chosen orders">
      <Group gap={4} wrap="nowrap" flex={1}>
        <CloseButton aria-label="Choose none" onClick={clear} />
        <Text size="sm" fw={500} role="status" style={{ whiteSpace: 'nowrap' }}>
          {count(chosen.length, 'order')} chosen
        </Text>
        {onChooseAll !== null && (
          <Button variant="subtle" size="compact-sm" loading={choosing} onClick={onChooseAll}>
            Choose all that match
          </Button>
        )}
      </Group>
      <Group gap="xs">
        {permissions.includes('orders:write') && (
          <Button variant="default" leftSection={<Tag size={16} />} onClick={() => openBulkTag(form)}>
            Tag
          </Button>
        )}
        {chosen.length <= mostPrinted && (
          <Button
            variant="default"
            component="a"
            target="_blank"
            href={`/api/documents/packing-slips?orders=${chosen.map(({ id }) => id).join(',')}`}
            leftSection={<Printer size={16} />}
          >
            Print slips
          </Button>
        )}
        {permissions.includes('orders:cancel') && (
          <Button
            variant="default"
            c="var(--mantine-color-error)"
            leftSection={<Ban size={16} />}
            onClick={() => openBulkCancel(form)}
          >
            Cancel
          </Button>
        )}
        {permissions.includes('orders:ship') && (
          <>
            <Button
              variant="default"
              leftSection={<PackageCheck size={16} />}
              onClick={() => openBulkDeliver(form)}
            >
              Delivered
            </Button>
            <Button leftSection={<Truck size={16} />} onClick={() => openBulkShip(form)}>
              Ship
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}
