'use client';

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { slugify } from '@turing/domain';
import { z } from 'zod';
import { ImageUploadField } from '../../components/image-upload-field.tsx';
import { Problem } from '../../components/problem.tsx';
import { SearchListingFields } from '../../components/search-listing-fields.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useFormWrite } from '../../lib/use-form-write.ts';
import type { Category } from './category.ts';
import { useCategoryRefresh } from './use-category-writes.ts';

const schema = z.object({
  name: z.string().trim().min(1, 'A category needs a name'),
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Small letters, digits and single hyphens'),
  description: z.string(),
  seoTitle: z.string(),
  seoDescription: z.string(),
  imageKey: z.string().nullable(),
});

type Values = z.infer<typeof schema>;

interface CategoryFormProps {
  /** Null: a new one below `parentId`. */
  readonly category: Category | null;
  readonly parentId: string | null;
  readonly onClose: () => void;
}

/** What a category is called and what is said of it. */
export function CategoryForm({ category, parentId, onClose }: CategoryFormProps) {
  const { save, pending, problem } = useSave({ category, parentId, onClose });
  const form = useForm<Values>({
    initialValues: {
      name: category?.name ?? '',
      slug: category?.slug ?? '',
      description: category?.description ?? '',
      seoTitle: category?.seoTitle ?? '',
      seoDescription: category?.seoDescription ?? '',
      imageKey: category?.imageKey ?? null,
    },
    validate: schemaResolver(schema, { sync: true }),
  });

  function rename(name: string): void {
    const followed = category === null && form.values.slug === slugify(form.values.name);
    form.setFieldValue('name', name);
    if (followed) form.setFieldValue('slug', slugify(name));
  }

  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <TextInput
          label="Name"
          maxLength={120}
          required
          data-autofocus
          {...form.getInputProps('name')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <Textarea
          label="Description"
          description="Shown at the head of the category’s page."
          autosize
          minRows={3}
          maxLength={5000}
          {...form.getInputProps('description')}
        />
        <ImageUploadField
          label="Picture"
          value={form.values.imageKey}
          onChange={(key) => form.setFieldValue('imageKey', key)}
        />
        <SearchListingFields place="/c/" name={form.values.name} field={(name) => form.getInputProps(name)} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            {category === null ? 'Create category' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSave({ category, parentId, onClose }: CategoryFormProps) {
  const trpc = useTRPC();
  const { idempotencyKey, problem, outcome } = useFormWrite({
    done: category === null ? 'Category created' : 'Category saved',
    refresh: useCategoryRefresh(),
    onClose,
  });
  const create = useMutation(trpc.products.staff.categories.create.mutationOptions(outcome));
  const update = useMutation(trpc.products.staff.categories.update.mutationOptions(outcome));

  function save(values: Values): void {
    const text = {
      ...values,
      seoTitle: values.seoTitle.trim() || null,
      seoDescription: values.seoDescription.trim() || null,
    };
    if (category === null) create.mutate({ ...text, parentId, idempotencyKey });
    else update.mutate({ id: category.id, version: category.version, changes: text, idempotencyKey });
  }

  return { save, pending: create.isPending || update.isPending, problem };
}
