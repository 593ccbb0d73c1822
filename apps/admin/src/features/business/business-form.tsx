'use client';

import { Button, Group, Stack } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import { useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { CartSection, DocumentSection } from './rule-sections.tsx';
import { SellerSection } from './seller-section.tsx';

export type Business = RouterOutputs['orders']['business']['get'];
export type BusinessValues = Omit<Business, 'version'>;
export type BusinessFormType = UseFormReturnType<BusinessValues>;

export function BusinessForm({ business }: { business: Business }) {
  const { version, ...initialValues } = business;
  const form = useForm<BusinessValues>({
    initialValues,
    validate: {
      name: (name) => (name.trim() === '' ? 'Say who sells.' : null),
      address: {
        line1: (line) => (line.trim() === '' ? 'Say where.' : null),
        city: (city) => (city.trim() === '' ? 'Say in which town.' : null),
      },
    },
  });
  const { save, pending, problem } = useSave(version);
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack gap="lg">
        <Problem sentence={problem} />
        <SellerSection form={form} />
        <DocumentSection form={form} />
        <CartSection form={form} />
        <Group justify="flex-end">
          <Button variant="default" disabled={!form.isDirty() || pending} onClick={form.reset}>
            Undo changes
          </Button>
          <Button type="submit" loading={pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSave(version: number) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const update = useMutation(
    trpc.orders.business.update.mutationOptions({
      onSuccess: async () => {
        setProblem(null);
        await queryClient.invalidateQueries(trpc.orders.business.pathFilter());
        toastDone('Saved', 'From the next document and letter on.');
      },
      onError: (error) => {
        setProblem(sentenceFor(error));
        if (failureFor(error).code === 'VERSION_CONFLICT') {
          void queryClient.invalidateQueries(trpc.orders.business.pathFilter());
        }
      },
    }),
  );
  const save = (values: BusinessValues) => {
    const address = { ...values.address, name: values.name };
    update.mutate({ ...values, address, version, idempotencyKey: createIdempotencyKey() });
  };
  return { save, pending: update.isPending, problem };
}
