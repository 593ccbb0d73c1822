'use client';

import { Autocomplete, MultiSelect, Select, Stack, TagsInput } from '@mantine/core';
import type { TaxCategory } from '@turing/domain';
import { Section } from '../../components/section.tsx';
import type { ProductChoices } from './product.ts';
import type { DetailsFormState } from './use-details-form.ts';

interface OrganisationSectionProps {
  readonly form: DetailsFormState;
  readonly choices: ProductChoices;
}

const taxes: { value: TaxCategory; label: string }[] = [
  { value: 'standard', label: 'Standard rate' },
  { value: 'reduced', label: 'Reduced rate, where there is one' },
  { value: 'exempt', label: 'Not taxed' },
];

const unmounted = { keepMounted: false };

export function OrganisationSection({ form, choices }: OrganisationSectionProps) {
  const categories = choices.categories.map(({ id, label }) => ({ value: id, label }));
  const { primaryCategoryId } = form.values;
  return (
    <Section title="Organisation">
      <Stack>
        <Select
          label="Category"
          description="Where shoppers find it first."
          searchable
          required
          allowDeselect={false}
          data={categories}
          limit={100}
          nothingFoundMessage="No such category"
          {...form.getInputProps('primaryCategoryId')}
        />
        <MultiSelect
          label="Further categories"
          searchable
          clearable
          limit={100}
          comboboxProps={unmounted}
          data={categories.filter(({ value }) => value !== primaryCategoryId)}
          {...form.getInputProps('categoryIds')}
          value={form.values.categoryIds.filter((id) => id !== primaryCategoryId)}
        />
        <Autocomplete
          label="Brand"
          maxLength={120}
          limit={30}
          data={choices.brands}
          openOnFocus={false}
          {...form.getInputProps('brand')}
        />
        <Select
          label="Tax"
          description="Which of a country’s rates its sale is taxed at."
          allowDeselect={false}
          data={taxes}
          {...form.getInputProps('taxCategory')}
        />
        <TagsInput
          label="Tags"
          description="Enter or comma ends a tag."
          limit={30}
          maxTags={100}
          clearable
          comboboxProps={unmounted}
          data={choices.tags}
          {...form.getInputProps('tags')}
        />
      </Stack>
    </Section>
  );
}
