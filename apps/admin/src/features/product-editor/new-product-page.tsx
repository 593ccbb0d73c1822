'use client';

import { Anchor, Button, Card, Group, Select, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { fieldErrors } from './field-errors.ts';
import { slugFor } from './product-form-values.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useProductWrite } from './use-product-write.ts';

/** A product starts as a draft with a name and a category; the rest follows in its editor. */
export function NewProductPage() {
  const { form, choices, create, problem } = useNewProduct();
  return (
    <Stack gap="sm" maw={640}>
      <Anchor component={Link} href="/products" size="sm" w="fit-content" c="dimmed">
        <Group gap={6} component="span">
          <ArrowLeft size={15} aria-hidden /> All products
        </Group>
      </Anchor>
      <PageHeader
        title="New product"
        description="It starts as a draft: options, variants, prices and pictures come next."
      />
      <Card component="form" onSubmit={form.onSubmit(create.submit)} noValidate>
        <Stack>
          <Problem sentence={problem} />
          <TextInput label="Name" maxLength={200} required {...form.getInputProps('name')} />
          <Select
            label="Category"
            searchable
            required
            allowDeselect={false}
            limit={100}
            nothingFoundMessage="No such category"
            disabled={choices === undefined}
            data={(choices?.categories ?? []).map(({ id, label }) => ({ value: id, label }))}
            {...form.getInputProps('primaryCategoryId')}
          />
          <TextInput
            label="Address"
            description="Made of the name unless you choose another."
            leftSection="/p/"
            leftSectionWidth={38}
            placeholder={slugFor(form.values.name)}
            maxLength={200}
            spellCheck={false}
            {...form.getInputProps('slug')}
          />
          <Group justify="flex-end" gap="sm">
            <LinkButton href="/products" variant="default">
              Cancel
            </LinkButton>
            <Button type="submit" loading={create.pending}>
              Create product
            </Button>
          </Group>
        </Stack>
      </Card>
    </Stack>
  );
}

function useNewProduct() {
  const trpc = useTRPC();
  const router = useRouter();
  const { show } = useProductWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const keyFor = useIntentKey();
  const choices = useQuery(trpc.products.staff.choices.queryOptions(undefined, { staleTime: 300_000 }));
  const form = useForm({
    initialValues: { name: '', primaryCategoryId: '', slug: '' },
    validate: {
      name: isNotEmpty('A product needs a name'),
      primaryCategoryId: isNotEmpty('Choose where it belongs'),
      slug: (slug) =>
        slug === '' || slug === slugFor(slug) ? null : 'Lower-case letters, digits and single hyphens',
    },
  });
  const mutation = useMutation(
    trpc.products.staff.create.mutationOptions({
      onSuccess: (product) => {
        show(product);
        toastDone('Product created', `${product.name} is a draft.`);
        router.push(`/products/${product.id}/variants`);
      },
      onError: (error) => {
        const errors = fieldErrors(error);
        form.setErrors(errors);
        setProblem(Object.keys(errors).length > 0 ? null : sentenceFor(error));
      },
    }),
  );

  function submit({ name, primaryCategoryId, slug }: typeof form.values): void {
    const input = { name: name.trim(), primaryCategoryId, ...(slug === '' ? {} : { slug }) };
    mutation.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return { form, choices: choices.data, problem, create: { submit, pending: mutation.isPending } };
}
