'use client';

import { Button, Card, ScrollArea, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, SearchX, Tags, Users } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { oneOf } from '../../lib/use-address.ts';
import { openCreatePriceList } from './create-price-list.tsx';
import { PriceListCards } from './price-list-cards.tsx';
import { PriceListTable } from './price-list-table.tsx';
import { stateNames, states } from './price-list.ts';
import classes from './prices.module.css';
import { useListFilters } from './use-list-filters.ts';

export function PriceListsPage() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { permissions } = useStaff();
  const { filters, change } = useListFilters();
  const cursor = filters.cursors.at(-1);
  const page = useQuery(
    trpc.products.staff.priceLists.list.queryOptions(
      {
        limit: 25,
        ...(filters.query === '' ? {} : { query: filters.query }),
        ...(filters.state === null ? {} : { state: filters.state }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const lists = page.data?.items;
  const mayWrite = permissions.includes('prices:write');

  return (
    <>
      <PageHeader
        title="Price lists"
        description="Sales for a time, and prices for customer groups."
        actions={
          <>
            {permissions.includes('customers:read') && (
              <LinkButton variant="default" href="/prices/groups" leftSection={<Users size={16} />}>
                Customer groups
              </LinkButton>
            )}
            {mayWrite && (
              <Button leftSection={<Plus size={16} />} onClick={openCreatePriceList}>
                New list
              </Button>
            )}
          </>
        }
      />
      <Card padding={0}>
        <Tabs
          value={filters.state ?? 'all'}
          onChange={(value) => change({ state: oneOf(stateNames, value) })}
          keepMounted={false}
        >
          <ScrollArea type="never" scrollbars="x">
            <Tabs.List className={classes.tabs} aria-label="States">
              <Tabs.Tab value="all" className={classes.tab}>
                All
              </Tabs.Tab>
              {stateNames.map((state) => (
                <Tabs.Tab key={state} value={state} className={classes.tab}>
                  {states[state].label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </ScrollArea>
          <div className={classes.tools}>
            <div className={classes.search}>
              <SearchInput
                label="Search by name"
                value={filters.query}
                onChange={(query) => change({ query })}
              />
            </div>
          </div>
          <Tabs.Panel value={filters.state ?? 'all'}>
            {page.isPending && <RowSkeletons rows={5} />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {!page.isError && lists?.length === 0 && <NoLists narrowed={filters.query !== ''} />}
            {!page.isError && lists && lists.length > 0 && (
              <>
                {phone ? (
                  <PriceListCards lists={lists} />
                ) : (
                  <PriceListTable lists={lists} fetching={page.isPlaceholderData} />
                )}
                <Pager
                  cursors={filters.cursors}
                  nextCursor={page.data?.nextCursor ?? null}
                  busy={page.isPlaceholderData}
                  onTurn={(cursors) => change({ cursors })}
                />
              </>
            )}
          </Tabs.Panel>
        </Tabs>
      </Card>
    </>
  );
}

function NoLists({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return <EmptyState icon={SearchX} title="No lists match" description="Try another spelling." />;
  return (
    <EmptyState
      icon={Tags}
      title="No price lists here"
      description="A list holds prices of its own: a sale that starts and ends by itself, or prices for a group of customers."
    />
  );
}
