'use client';

import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import type { Attribute } from './attribute.ts';
import { useAttributeRefresh } from './use-attribute-writes.ts';

/** Deletes an attribute that nothing has; says why not otherwise. */
export function DeleteAttributeButton({ attribute, onDone }: { attribute: Attribute; onDone: () => void }) {
  const trpc = useTRPC();
  const refresh = useAttributeRefresh();
  const { id, version, name, productCount } = attribute;
  const remove = useMutation(
    trpc.products.staff.attributes.delete.mutationOptions({
      onSuccess: () => {
        refresh();
        toastDone('Attribute deleted', name);
        onDone();
      },
      onError: (error) => toastRefusal(error, refresh),
    }),
  );

  function confirm(): void {
    modals.openConfirmModal({
      title: `Delete ${name}`,
      children: <Text size="sm">No product has it. Its values go with it.</Text>,
      labels: { confirm: 'Delete attribute', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate({ id, version, idempotencyKey: createIdempotencyKey() }),
    });
  }

  if (productCount > 0) {
    return (
      <Text size="sm" c="dimmed">
        It can be deleted once no product has it.
      </Text>
    );
  }
  return (
    <Button
      variant="subtle"
      color="red"
      w="fit-content"
      leftSection={<Trash2 size={16} />}
      onClick={confirm}
      loading={remove.isPending}
    >
      Delete attribute
    </Button>
  );
}
