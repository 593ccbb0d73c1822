'use client';

import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { Collection } from './collection.ts';
import { useCollectionRefresh } from './use-collection-writes.ts';

export function DeleteCollectionButton({ collection: { id, version, name } }: { collection: Collection }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { reload } = useCollectionRefresh();
  const { mutate, isPending } = useMutation(
    trpc.products.staff.collections.delete.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries(trpc.products.staff.collections.list.queryFilter());
        toastDone('Collection deleted', name);
        router.push('/collections');
      },
      onError: (error) => toastRefusal(error, () => reload(id)),
    }),
  );

  function confirm(): void {
    modals.openConfirmModal({
      title: `Delete ${name}`,
      children: <Text size="sm">Its page is gone from the shop. The products stay.</Text>,
      labels: { confirm: 'Delete collection', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
  }

  return (
    <Button
      variant="subtle"
      color="red"
      w="fit-content"
      leftSection={<Trash2 size={16} />}
      onClick={confirm}
      loading={isPending}
    >
      Delete collection
    </Button>
  );
}
