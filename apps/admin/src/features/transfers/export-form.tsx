'use client';

import { Button, SegmentedControl, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { exportUrl, kindNames, kinds, type TransferKind } from './transfer.ts';

const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'draft', label: 'Draft' },
  { value: 'archived', label: 'Archived' },
];

/** A file with the columns that an import takes. */
export function ExportForm() {
  const trpc = useTRPC();
  const categories = useQuery(trpc.products.categories.queryOptions());
  const collections = useQuery(trpc.products.staff.collections.list.queryOptions({ limit: 100 }));
  const [kind, setKind] = useState<TransferKind>('products');
  const [status, setStatus] = useState<string | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const [collection, setCollection] = useState<string | null>(null);

  return (
    <Section title="Export">
      <Stack gap="md">
        <SegmentedControl
          aria-label="What to export"
          fullWidth
          value={kind}
          onChange={setKind}
          data={kindNames.map((value) => ({ value, label: kinds[value].label }))}
        />
        <Select
          label="Status"
          placeholder="All"
          clearable
          data={statuses}
          value={status}
          onChange={setStatus}
        />
        <Select
          label="Category"
          placeholder="All"
          clearable
          searchable
          nothingFoundMessage="No such category"
          data={(categories.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
          value={category}
          onChange={setCategory}
        />
        <Select
          label="Collection"
          placeholder="Any"
          clearable
          searchable
          nothingFoundMessage="No such collection"
          data={(collections.data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
          value={collection}
          onChange={setCollection}
        />
        <Button
          component="a"
          href={exportUrl({ kind, status, category, collection })}
          download
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          Download CSV
        </Button>
      </Stack>
    </Section>
  );
}
