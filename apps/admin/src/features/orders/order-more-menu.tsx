'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, Flag, PackageMinus, Pencil, Undo2, Wallet } from 'lucide-react';
import { useStaff } from '../../lib/staff.tsx';
import { openCancelLines } from './cancel-lines-form.tsx';
import { openEditOrder } from './edit-order-form.tsx';
import { openFlagRisk } from './flag-risk-form.tsx';
import { moreActionsFor } from './order-actions.ts';
import type { StaffOrder } from './order.ts';
import { openRefundOrder } from './refund-form.tsx';
import { openCreateReturn } from './return-form.tsx';
import { useAftercare } from './use-aftercare.ts';

/** What is done less often, and only to parts of an order. */
export function OrderMoreMenu({ order }: { order: StaffOrder }) {
  const { permissions } = useStaff();
  const returnable = useAftercare(order.id).data?.returnable ?? [];
  const units = returnable.reduce((sum, { quantity }) => sum + quantity, 0);
  const { refund, cancelItems, takeBack, flag } = moreActionsFor(order, { permissions, returnable: units });
  const edit = permissions.includes('orders:write') && order.status === 'confirmed';
  if (!edit && !refund && !cancelItems && !takeBack && !flag) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More actions">
          <Ellipsis size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {edit && (
          <Menu.Item leftSection={<Pencil size={16} />} onClick={() => openEditOrder(order)}>
            Edit order…
          </Menu.Item>
        )}
        {refund && (
          <Menu.Item leftSection={<Wallet size={16} />} onClick={() => openRefundOrder(order)}>
            Refund…
          </Menu.Item>
        )}
        {takeBack && (
          <Menu.Item leftSection={<Undo2 size={16} />} onClick={() => openCreateReturn(order, returnable)}>
            Start a return…
          </Menu.Item>
        )}
        {cancelItems && (
          <Menu.Item leftSection={<PackageMinus size={16} />} onClick={() => openCancelLines(order)}>
            Cancel items…
          </Menu.Item>
        )}
        {flag && (
          <Menu.Item leftSection={<Flag size={16} />} onClick={() => openFlagRisk(order.id)}>
            Flag as risky…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
