'use client';

import { Button, Card, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { currencies } from '@turing/domain';
import { Plus, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { humanise } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { oneOf, useAddress } from '../../lib/use-address.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ProductCards } from './product-cards.tsx';
import {
  type ProductFilters,
  readProductFilters,
  toListInput,
  writeProductFilters,
} from './product-filters.ts';
import classes from './product-list.module.css';
import { ProductTable } from './product-table.tsx';
import { productStates } from './product.ts';
import { useProductSelection } from './use-product-selection.ts';

export function ProductList() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { params, show } = useAddress();
  const filters = readProductFilters(params);
  const page = useQuery(
    trpc.products.staff.list.queryOptions(toListInput(filters), { placeholderData: keepPreviousData }),
  );
  const products = page.data?.items;
  const writable = useStaff().permissions.includes('products:write');
  const ownSelection = useProductSelection(products);
  const selection = writable ? ownSelection : null;

  function change(difference: Partial<ProductFilters>): void {
    const typing = difference.query !== undefined;
    show(writeProductFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }

  return (
    <>
      <PageHeader
        title="Products"
        description="What the shop sells, at which price, and how much is left."
        actions={
          writable && (
            <LinkButton href="/products/new" leftSection={<Plus size={16} />}>
              New product
            </LinkButton>
          )
        }
      />
      <Card padding={0}>
        <FilterBar filters={filters} onChange={change} />
        {page.isPending && <RowSkeletons height={48} />}
        {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
        {!page.isError && products?.length === 0 && (
          <NoProducts onClear={() => change({ query: '', status: null })} />
        )}
        {!page.isError && products && products.length > 0 && (
          <>
            {phone ? (
              <ProductCards products={products} selection={selection} />
            ) : (
              <ProductTable products={products} fetching={page.isPlaceholderData} selection={selection} />
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
      {selection !== null && selection.chosen.length > 0 && <BulkBar selection={selection} />}
    </>
  );
}

interface FilterBarProps {
  readonly filters: ProductFilters;
  readonly onChange: (change: Partial<ProductFilters>) => void;
}

function FilterBar({ filters, onChange }: FilterBarProps) {
  return (
    <div className={classes.filters}>
      <SearchInput
        label="Search name, brand or SKU"
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        clearable
        data={productStates.map((value) => ({ value, label: humanise(value) }))}
        value={filters.status}
        onChange={(value) => onChange({ status: oneOf(productStates, value) })}
      />
      <Select
        aria-label="Currency"
        allowDeselect={false}
        data={[...currencies]}
        value={filters.currency}
        onChange={(value) => onChange({ currency: oneOf(currencies, value) ?? 'USD' })}
      />
    </div>
  );
}

function NoProducts({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No products match"
      description="Try another word, or any status."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
