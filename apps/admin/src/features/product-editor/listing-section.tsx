'use client';

import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import classes from './listing-section.module.css';
import type { StaffProduct } from './product.ts';
import type { DetailsFormState } from './use-details-form.ts';

interface ListingSectionProps {
  readonly form: DetailsFormState;
  readonly product: StaffProduct;
}

export function ListingSection({ form, product }: ListingSectionProps) {
  const { name, summary, slug, seoTitle, seoDescription } = form.values;
  const place = product.url.slice(0, -product.slug.length);
  return (
    <Section title="Search engine listing">
      <Stack>
        <div className={classes.preview} role="img" aria-label="Preview of the listing">
          <Text size="xs" c="dimmed" truncate>
            {`${place}${slug}`}
          </Text>
          <Text className={classes.title} truncate>
            {seoTitle.trim() || name}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={2}>
            {seoDescription.trim() ||
              summary ||
              'Without a description search engines choose words of the page.'}
          </Text>
        </div>
        <TextInput
          label="Page title"
          description={`Shown in results; about 60 characters fit. ${lengthOf(seoTitle)}`}
          placeholder={name}
          maxLength={200}
          {...form.getInputProps('seoTitle')}
        />
        <Textarea
          label="Page description"
          description={`About 155 characters fit. ${lengthOf(seoDescription)}`}
          placeholder={summary}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('seoDescription')}
        />
        <TextInput
          label="Address"
          description={
            slug === product.slug
              ? formerly(product.formerSlugs)
              : 'The present address will lead to the new one.'
          }
          leftSection="/p/"
          leftSectionWidth={38}
          maxLength={200}
          spellCheck={false}
          {...form.getInputProps('slug')}
        />
      </Stack>
    </Section>
  );
}

function lengthOf(text: string): string {
  return text === '' ? '' : `Now ${text.length}.`;
}

function formerly(slugs: readonly string[]): string {
  return slugs.length === 0 ? 'Of the product’s page in the shop.' : `Leads here too: ${slugs.join(', ')}`;
}
