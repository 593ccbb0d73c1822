'use client';

import { Button, Grid, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor } from '../../lib/messages.ts';
import { toastRefusal } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import { BackToCollections } from './back-to-collections.tsx';
import type { Collection } from './collection.ts';
import { BasicFields, ListingFields } from './collection-fields.tsx';
import { collectionSchema, type CollectionValues, toText, toValues } from './collection-form.ts';
import { RuleBuilder } from './rule-builder.tsx';
import classes from './kind-choice.module.css';
import { useCollectionRefresh } from './use-collection-writes.ts';

export function NewCollectionPage() {
  const trpc = useTRPC();
  const [kind, setKind] = useState<Collection['kind']>('rules');
  const choices = useQuery(trpc.products.staff.choices.queryOptions());
  const form = useForm<CollectionValues>({
    initialValues: toValues(null, 'rules'),
    validate: schemaResolver(collectionSchema(kind), { sync: true }),
  });
  const { create, pending } = useCreate((field, sentence) => form.setFieldError(field, sentence));

  function choose(next: Collection['kind']): void {
    setKind(next);
    form.setFieldValue('sort', toValues(null, next).sort);
  }

  return (
    <form onSubmit={form.onSubmit((values) => create(kind, values))} noValidate>
      <BackToCollections />
      <PageHeader
        title="New collection"
        description="Shoppers see it once you publish it."
        actions={
          <Button type="submit" loading={pending}>
            Create collection
          </Button>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <BasicFields form={form} isNew />
            <KindChoice kind={kind} onChange={choose} />
            {kind === 'rules' && choices.isPending && <RowSkeletons rows={3} />}
            {kind === 'rules' && choices.data && (
              <RuleBuilder
                rules={form.values.rules}
                choices={choices.data}
                onChange={(rules) => form.setFieldValue('rules', rules)}
              />
            )}
            {form.errors['rules'] !== undefined && (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {form.errors['rules']}
              </Text>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <ListingFields form={form} kind={kind} />
          </Stack>
        </Grid.Col>
      </Grid>
    </form>
  );
}

interface KindChoiceProps {
  readonly kind: Collection['kind'];
  readonly onChange: (kind: Collection['kind']) => void;
}

const kinds = [
  { value: 'rules', label: 'By rules', hint: 'Products come and go by themselves as they keep the rules.' },
  { value: 'manual', label: 'Picked by hand', hint: 'You choose each product and its place.' },
] as const;

function KindChoice({ kind, onChange }: KindChoiceProps) {
  return (
    <Section title="How products get in">
      <Radio.Group
        aria-label="How products get in"
        value={kind}
        onChange={(value) => onChange(value === 'manual' ? 'manual' : 'rules')}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {kinds.map(({ value, label, hint }) => (
            <Radio.Card key={value} value={value} className={classes.card} aria-label={label}>
              <Radio.Indicator />
              <span>
                <Text size="sm" fw={500} component="span" display="block">
                  {label}
                </Text>
                <Text size="sm" c="dimmed" component="span">
                  {hint}
                </Text>
              </span>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
    </Section>
  );
}

function useCreate(onTaken: (field: 'slug', sentence: string) => void) {
  const trpc = useTRPC();
  const router = useRouter();
  const { keep } = useCollectionRefresh();
  const [idempotencyKey, renew] = useState(createIdempotencyKey);
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.products.staff.collections.create.mutationOptions({
      onSuccess: (collection) => {
        keep(collection);
        toastDone('Collection created', `${collection.name} is hidden until you publish it.`);
        router.push(`/collections/${collection.id}`);
      },
      onError: (error) => {
        renew(createIdempotencyKey());
        if (failureFor(error).code === 'SLUG_TAKEN') onTaken('slug', 'Another collection has that address');
        toastRefusal(error, () => undefined);
      },
    }),
  );
  return {
    create: (kind: Collection['kind'], values: CollectionValues) =>
      mutate({ kind, rules: null, ...toText(values, kind), idempotencyKey }),
    pending: isPending || isSuccess,
  };
}
