'use client';

import { Button, Card } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Contact, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useAddress } from '../../lib/use-address.ts';
import { CustomerCards } from './customer-cards.tsx';
import { CustomerFilterBar } from './customer-filter-bar.tsx';
import {
  type CustomerFilters,
  isNarrowed,
  readCustomerFilters,
  toListInput,
  writeCustomerFilters,
} from './customer-filters.ts';
import { CustomerTable } from './customer-table.tsx';

export function CustomerList() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { params, show } = useAddress();
  const filters = readCustomerFilters(params);
  const page = useQuery(
    trpc.customers.staff.accounts.list.queryOptions(toListInput(filters), {
      placeholderData: keepPreviousData,
    }),
  );
  const customers = page.data?.items;

  function change(difference: Partial<CustomerFilters>): void {
    const typing = difference.query !== undefined;
    show(writeCustomerFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }

  function clear(): void {
    show(new URLSearchParams(), 'push');
  }

  return (
    <>
      <PageHeader title="Customers" description="Who has an account, what they bought and what to know." />
      <Card padding={0}>
        <CustomerFilterBar filters={filters} onChange={change} onClear={clear} />
        {page.isPending && <RowSkeletons />}
        {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
        {!page.isError && customers?.length === 0 && (
          <NoCustomers narrowed={isNarrowed(filters)} onClear={clear} />
        )}
        {!page.isError && customers && customers.length > 0 && (
          <>
            {phone ? (
              <CustomerCards customers={customers} />
            ) : (
              <CustomerTable customers={customers} fetching={page.isPlaceholderData} />
            )}
            <Pager
              cursors={filters.cursors}
              nextCursor={page.data?.nextCursor ?? null}
              busy={page.isPlaceholderData}
              onTurn={(cursors) => change({ cursors })}
            />
          </>
        )}
      </Card>
    </>
  );
}

function NoCustomers({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState
        icon={Contact}
        title="No customers yet"
        description="Whoever makes an account is listed here."
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="Nobody matches"
      description="Try fewer filters, or another spelling. Guests have no account: find them by their orders."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
