'use client';

import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { BusinessForm } from './business-form.tsx';
import { NumberSeries } from './number-series.tsx';

export function BusinessPage() {
  const trpc = useTRPC();
  const business = useQuery(trpc.orders.business.get.queryOptions());
  return (
    <>
      <PageHeader
        title="Business"
        description="Who sells here, as invoices, packing slips and letters say it. What was issued stays as it is."
      />
      {business.isPending && <RowSkeletons rows={8} />}
      {business.isError && <ErrorState error={business.error} onRetry={() => void business.refetch()} />}
      {business.data !== undefined && (
        <Stack gap="lg" maw={880}>
          <BusinessForm key={business.data.version} business={business.data} />
          <NumberSeries />
        </Stack>
      )}
    </>
  );
}
