'use client';

import { Stack, Textarea, TextInput } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import type { DetailsFormState } from './use-details-form.ts';

export function BasicsSection({ form }: { form: DetailsFormState }) {
  return (
    <Section title="Basics">
      <Stack>
        <TextInput label="Name" maxLength={200} required {...form.getInputProps('name')} />
        <Textarea
          label="Summary"
          description="One or two sentences, shown in lists."
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('summary')}
        />
        <Textarea
          label="Description"
          description="Shown on the product’s page. An empty line starts a paragraph."
          maxLength={50_000}
          autosize
          minRows={6}
          maxRows={24}
          {...form.getInputProps('description')}
        />
      </Stack>
    </Section>
  );
}
