'use client';

import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import type { PriceList } from './price-list.ts';
import { TermsFields } from './terms-fields.tsx';
import { termsOf, type TermsValues, toTermsInput, validateTerms } from './terms-values.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

/** What the list is; made anew for each version of it. */
export function TermsSection({ list }: { list: PriceList }) {
  const trpc = useTRPC();
  const { refresh, failed } = usePriceListWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const mayWrite = useStaff().permissions.includes('prices:write');
  const form = useForm<TermsValues>({
    mode: 'controlled',
    initialValues: termsOf(list),
    validate: validateTerms,
  });
  const update = useMutation(
    trpc.products.staff.priceLists.update.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toastDone('Changes saved', 'The list is as you see it.');
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );
  const save = (values: TermsValues) =>
    update.mutate({
      ...toTermsInput(values),
      id: list.id,
      version: list.version,
      idempotencyKey: createIdempotencyKey(),
    });
  return (
    <Section title="Terms">
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack>
          <Problem sentence={problem} />
          <TermsFields form={form} group={list.group} disabled={!mayWrite} />
          {mayWrite && (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" disabled={!form.isDirty()} onClick={form.reset}>
                Discard
              </Button>
              <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
