'use client';

import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Copy, Square } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../../lib/api.ts';
import { toastDone, toastProblem } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import type { Promotion } from './promotion.ts';
import { usePromotionWrite } from './use-promotion-write.ts';

/** Copying a promotion and ending it. */
export function PromotionActions({ promotion }: { promotion: Promotion }) {
  const trpc = useTRPC();
  const router = useRouter();
  const keyFor = useIntentKey();
  const { refresh, failed } = usePromotionWrite();
  const { id, version, name, state } = promotion;
  const onError = (error: unknown) => {
    const sentence = failed(error);
    if (sentence !== null) toastProblem('This could not be done', sentence);
  };
  const end = useMutation(
    trpc.orders.staff.promotions.end.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Promotion ended', 'Carts no longer count it; orders keep it.');
      },
      onError,
    }),
  );
  const duplicate = useMutation(
    trpc.orders.staff.promotions.duplicate.mutationOptions({
      onSuccess: (copy) => {
        void refresh();
        toastDone('Promotion copied', 'The copy runs once you give it dates.');
        router.push(`/promotions/${copy.id}`);
      },
      onError,
    }),
  );

  function confirmEnd(): void {
    modals.openConfirmModal({
      title: 'End this promotion?',
      children: <Text size="sm">“{name}” gives nothing from now on. You can set a later end again.</Text>,
      labels: { confirm: 'End it', cancel: 'Let it run' },
      confirmProps: { color: 'red' },
      onConfirm: () => end.mutate({ id, version, idempotencyKey: keyFor({ end: id, version }) }),
    });
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<Copy size={16} />}
        loading={duplicate.isPending}
        onClick={() => duplicate.mutate({ id, idempotencyKey: keyFor({ copy: id, version }) })}
      >
        Duplicate
      </Button>
      {state !== 'ended' && (
        <Button
          variant="default"
          leftSection={<Square size={15} />}
          loading={end.isPending}
          onClick={confirmEnd}
        >
          End
        </Button>
      )}
    </>
  );
}
