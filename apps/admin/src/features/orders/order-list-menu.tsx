'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Ellipsis, Pencil, Rows3, Rows4, Trash2 } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { exportHref, type OrderFilters, type SavedView } from './order-filters.ts';
import { openEditView } from './save-view-form.tsx';

interface OrderListMenuProps {
  readonly filters: OrderFilters;
  /** The view that is shown, when it is one's own. */
  readonly view: SavedView | null;
  readonly dense: boolean;
  readonly onDense: (dense: boolean) => void;
  readonly onDeleted: () => void;
}

/** What can be done with the list as a whole. */
export function OrderListMenu({ filters, view, dense, onDense, onDeleted }: OrderListMenuProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.orders.staff.views.delete.mutationOptions({
      onSuccess: () => {
        toastDone('View deleted', 'The orders in it are still there.');
        onDeleted();
      },
      onError: (error) => toastProblem('The view was not deleted', sentenceFor(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.orders.staff.views.pathFilter()),
    }),
  );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More about this list">
          <Ellipsis size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>As CSV</Menu.Label>
        <Menu.Item
          component="a"
          href={exportHref('orders', filters)}
          download
          leftSection={<Download size={16} />}
        >
          Export orders
        </Menu.Item>
        <Menu.Item
          component="a"
          href={exportHref('lines', filters)}
          download
          leftSection={<Download size={16} />}
        >
          Export order lines
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={dense ? <Rows3 size={16} /> : <Rows4 size={16} />}
          onClick={() => onDense(!dense)}
        >
          {dense ? 'Comfortable rows' : 'Compact rows'}
        </Menu.Item>
        {view !== null && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<Pencil size={16} />} onClick={() => openEditView(view)}>
              Edit view
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={16} />}
              onClick={() =>
                remove.mutate({ id: view.id, version: view.version, idempotencyKey: createIdempotencyKey() })
              }
            >
              Delete view
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
