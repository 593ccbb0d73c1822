'use client';

import { Card, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { GenerateSection } from './generate-section.tsx';
import { OptionsSection } from './options-section.tsx';
import { VariantsSection } from './variants-section.tsx';

/** Options, and the variants made of them. */
export function VariantsPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const product = useQuery(trpc.products.staff.get.queryOptions({ id }));
  const variants = useQuery(trpc.products.staff.variants.list.queryOptions({ productId: id }));
  const [optionsUnsaved, setOptionsUnsaved] = useState(false);
  const writable = useStaff().permissions.includes('products:write');
  if (variants.isError && variants.data === undefined) {
    return (
      <Card>
        <ErrorState error={variants.error} onRetry={() => void variants.refetch()} />
      </Card>
    );
  }
  if (product.data === undefined || variants.data === undefined) {
    return <Skeleton h={420} radius="lg" role="status" aria-label="Loading the variants" />;
  }
  return (
    <Stack gap="lg">
      {writable && (
        <OptionsSection product={product.data} variants={variants.data.items} onUnsaved={setOptionsUnsaved} />
      )}
      {writable && !optionsUnsaved && (
        <GenerateSection product={product.data} variants={variants.data.items} />
      )}
      {variants.data.items.length > 0 && <VariantsSection productId={id} page={variants.data} />}
    </Stack>
  );
}
