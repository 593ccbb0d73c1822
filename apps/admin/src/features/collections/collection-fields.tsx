'use client';

import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { slugify } from '@turing/domain';
import { ImageUploadField } from '../../components/image-upload-field.tsx';
import { SearchListingFields } from '../../components/search-listing-fields.tsx';
import { Section } from '../../components/section.tsx';
import { type Collection, sortsOf } from './collection.ts';
import type { CollectionValues } from './collection-form.ts';

interface CollectionFieldsProps {
  readonly form: UseFormReturnType<CollectionValues>;
  readonly kind: Collection['kind'];
  readonly isNew: boolean;
}

/** What a collection is called and what is said of it. */
export function BasicFields({ form, isNew }: Omit<CollectionFieldsProps, 'kind'>) {
  function rename(name: string): void {
    const follows = isNew && form.values.slug === slugify(form.values.name);
    form.setFieldValue('name', name);
    if (follows) form.setFieldValue('slug', slugify(name));
  }
  return (
    <Section title="What it is">
      <Stack>
        <TextInput
          label="Name"
          maxLength={120}
          required
          {...form.getInputProps('name')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <Textarea
          label="Description"
          description="Shown at the head of the collection’s page."
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('description')}
        />
      </Stack>
    </Section>
  );
}

/** How shoppers find it and in which order they see it. */
export function ListingFields({ form, kind }: Omit<CollectionFieldsProps, 'isNew'>) {
  return (
    <>
      <Section title="Order">
        <Select
          label="Shoppers first see"
          data={sortsOf(kind)}
          allowDeselect={false}
          {...form.getInputProps('sort')}
        />
      </Section>
      <Section title="Picture">
        <ImageUploadField
          label="Picture of the collection"
          description="Without one, its first product is shown."
          value={form.values.imageKey}
          onChange={(key) => form.setFieldValue('imageKey', key)}
        />
      </Section>
      <Section title="Search engine listing">
        <SearchListingFields
          place="/collections/"
          name={form.values.name}
          field={(name) => form.getInputProps(name)}
        />
      </Section>
    </>
  );
}
