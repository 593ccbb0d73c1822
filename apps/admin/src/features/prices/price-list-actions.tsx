'use client';

import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { EllipsisVertical, Power, PowerOff, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import type { PriceList } from './price-list.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

/** Switching a list on and off, and deleting it. */
export function PriceListActions({ list }: { list: PriceList }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { refresh, failed } = usePriceListWrite();
  const onError = (error: unknown) => {
    const sentence = failed(error);
    if (sentence !== null) toastProblem('This could not be done', sentence);
  };
  const activate = useMutation(
    trpc.products.staff.priceLists.activate.mutationOptions({
      onSuccess: async (changed) => {
        await refresh();
        if (changed.state === 'draft') toastDone('List switched off', 'Its prices no longer apply.');
        else toastDone('List switched on', onWords[changed.state]);
      },
      onError,
    }),
  );
  const remove = useMutation(
    trpc.products.staff.priceLists.delete.mutationOptions({
      onSuccess: () => {
        router.push('/prices');
        void refresh();
        toastDone('List deleted', `“${list.name}” and its prices are gone.`);
      },
      onError,
    }),
  );
  if (!useStaff().permissions.includes('prices:write')) return null;
  const { id, version } = list;
  const isOn = list.state !== 'draft';
  const turn = (active: boolean) =>
    activate.mutate({ id, version, active, idempotencyKey: createIdempotencyKey() });

  function confirmRemove(): void {
    modals.openConfirmModal({
      title: 'Delete this price list?',
      children: (
        <Text size="sm">Its {list.priceCount.toLocaleString('en-US')} prices are deleted with it.</Text>
      ),
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
  }

  return (
    <>
      <Button
        variant={isOn ? 'default' : 'filled'}
        leftSection={isOn ? <PowerOff size={16} /> : <Power size={16} />}
        loading={activate.isPending}
        onClick={() => turn(!isOn)}
      >
        {isOn ? 'Switch off' : 'Switch on'}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More actions" loading={remove.isPending}>
            <EllipsisVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<Trash2 size={15} />} disabled={isOn} onClick={confirmRemove}>
            {isOn ? 'Delete (switch it off first)' : 'Delete list'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

const onWords = {
  live: 'Its prices apply from now on.',
  scheduled: 'Its prices apply from its start.',
  ended: 'Its end has passed, so its prices do not apply.',
} as const;
