'use client';

import { Button, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { type BulkOrders, useBulkOrders } from './use-bulk-orders.ts';
import type { ChosenOrder } from './use-order-selection.ts';

const modalId = 'bulk-orders';

export interface BulkFormProps {
  readonly orders: readonly ChosenOrder[];
  readonly onDone: () => void;
}

export function openBulk(title: string, children: ReactNode): void {
  modals.open({ modalId, title, children });
}

export function useBulkForm({ orders, onDone }: BulkFormProps): BulkOrders {
  return useBulkOrders(orders, () => {
    modals.close(modalId);
    onDone();
  });
}

interface FrameProps {
  readonly bulk: BulkOrders;
  readonly total: number;
  readonly label: string;
  readonly color?: string;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** What the forms for many orders have in common. */
export function BulkFrame({ bulk, total, label, color, disabled = false, onSubmit, children }: FrameProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        <Problem sentence={bulk.problem} />
        {children}
        {bulk.pending && total > 100 && (
          <Text size="sm" c="dimmed" role="status">
            {bulk.done.toLocaleString('en-US')} of {total.toLocaleString('en-US')}
          </Text>
        )}
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" color={color ?? 'brand'} loading={bulk.pending} disabled={disabled}>
            {label}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
