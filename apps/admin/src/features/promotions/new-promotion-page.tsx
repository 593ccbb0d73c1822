'use client';

import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useTRPC } from '../../lib/api.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { BackToPromotions } from './back-to-promotions.tsx';
import { newValues, type PromotionValues, toTerms, validateValues } from './promotion-values.ts';
import { PromotionEditor } from './promotion-editor.tsx';
import { usePromotionWrite } from './use-promotion-write.ts';

export function NewPromotionPage() {
  const trpc = useTRPC();
  const router = useRouter();
  const keyFor = useIntentKey();
  const { refresh, failed } = usePromotionWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const [initialValues] = useState(() => newValues(new Date()));
  const form = useForm<PromotionValues>({ mode: 'controlled', initialValues, validate: validateValues });
  const create = useMutation(
    trpc.orders.staff.promotions.create.mutationOptions({
      onSuccess: async ({ id, name }) => {
        await refresh();
        toastDone('Promotion created', name);
        router.push(`/promotions/${id}`);
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );

  function save(values: PromotionValues): void {
    const terms = toTerms(values);
    if (terms === null) return;
    const { automatic } = values;
    const code = automatic || values.code.trim() === '' ? null : values.code.trim();
    const input = { ...terms, automatic, code };
    create.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return (
    <Stack gap="sm">
      <BackToPromotions />
      <PageHeader title="New promotion" />
      <PromotionEditor form={form} known={[]} isNew problem={problem} busy={create.isPending} onSave={save} />
    </Stack>
  );
}
