'use client';

import { Select, Stack, Switch, Text } from '@mantine/core';
import { MomentPicker } from '../../components/moment-picker.tsx';
import { Section } from '../../components/section.tsx';
import { ProductVisibility } from './product-visibility.tsx';
import { type StaffProduct, visibilityOf } from './product.ts';
import type { DetailsFormState } from './use-details-form.ts';

interface VisibilitySectionProps {
  readonly form: DetailsFormState;
  readonly product: StaffProduct;
}

const statuses = [
  { value: 'draft', label: 'Draft' },
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
];

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function VisibilitySection({ form, product }: VisibilitySectionProps) {
  const picker = { placeholder: 'Not set', clearable: true };
  return (
    <Section title="Visibility and schedule" aside={<ProductVisibility visibility={visibilityOf(product)} />}>
      <Stack>
        <Select label="Status" allowDeselect={false} data={statuses} {...form.getInputProps('status')} />
        {product.sellableCount === 0 && (
          <Text size="sm" c="dimmed">
            It can be published once a variant on sale has a price.
          </Text>
        )}
        <MomentPicker
          label="Publish on"
          description="Empty: as soon as it is active."
          {...picker}
          {...form.getInputProps('publishedAt')}
        />
        <MomentPicker
          label="Unpublish on"
          description={`In your time zone, ${timeZone}.`}
          {...picker}
          {...form.getInputProps('unpublishAt')}
        />
        <Switch
          label="Featured"
          description="Comes first in lists."
          {...form.getInputProps('featured', { type: 'checkbox' })}
        />
      </Stack>
    </Section>
  );
}
