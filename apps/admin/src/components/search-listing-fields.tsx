'use client';

import { Stack, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';

type Field = 'slug' | 'seoTitle' | 'seoDescription';

interface SearchListingFieldsProps {
  /** What stands before the slug in the shop's addresses. */
  readonly place: string;
  readonly name: string;
  readonly field: (name: Field) => GetInputPropsReturnType;
}

/** How a page of products is found: its address, and what search engines show of it. */
export function SearchListingFields({ place, name, field }: SearchListingFieldsProps) {
  return (
    <Stack>
      <TextInput
        label="Address"
        description="A former address leads to the new one."
        leftSection={<span style={{ fontSize: 13 }}>{place}</span>}
        leftSectionWidth={16 + place.length * 6.6}
        maxLength={120}
        spellCheck={false}
        autoCapitalize="none"
        {...field('slug')}
      />
      <TextInput
        label="Page title"
        description="In search results; about 60 characters fit."
        placeholder={name}
        maxLength={120}
        {...field('seoTitle')}
      />
      <Textarea
        label="Page description"
        description="About 155 characters fit."
        autosize
        minRows={2}
        maxLength={320}
        {...field('seoDescription')}
      />
    </Stack>
  );
}
