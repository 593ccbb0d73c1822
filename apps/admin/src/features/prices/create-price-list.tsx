'use client';

import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { TermsFields } from './terms-fields.tsx';
import { newTerms, type TermsValues, toTermsInput, validateTerms } from './terms-values.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

const modalId = 'create-price-list';

export function openCreatePriceList(): void {
  modals.open({
    modalId,
    title: 'New price list',
    size: 'lg',
    children: <CreatePriceListForm />,
  });
}

function CreatePriceListForm() {
  const trpc = useTRPC();
  const router = useRouter();
  const { refresh, failed } = usePriceListWrite();
  const [idempotencyKey, renewKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<TermsValues>({ mode: 'controlled', initialValues: newTerms, validate: validateTerms });
  const create = useMutation(
    trpc.products.staff.priceLists.create.mutationOptions({
      onSuccess: ({ id }) => {
        modals.close(modalId);
        void refresh();
        router.push(`/prices/${id}`);
      },
      onError: (error) => {
        renewKey(createIdempotencyKey());
        setProblem(failed(error));
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) => create.mutate({ ...toTermsInput(values), idempotencyKey }))}
      noValidate
    >
      <Stack>
        <Problem sentence={problem} />
        <TermsFields form={form} />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={create.isPending}>
            Create draft
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}
