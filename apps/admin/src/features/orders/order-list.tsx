'use client';

import { Button, Card, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX, ShoppingBag } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { OrderCards } from './order-cards.tsx';
import { OrderFilterBar } from './order-filter-bar.tsx';
import { isNarrowed, toListInput } from './order-filters.ts';
import { OrderTable } from './order-table.tsx';
import { OrderTabList, tabOf } from './order-tab-list.tsx';
import { useOrderFilters } from './use-order-filters.ts';

export function OrderList() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { filters, change, clear } = useOrderFilters();
  const page = useQuery(
    trpc.orders.staff.list.queryOptions(toListInput(filters), { placeholderData: keepPreviousData }),
  );
  const orders = page.data?.items;
  const tab = tabOf(filters.status);

  return (
    <>
      <PageHeader title="Orders" description="Find, ship and follow what customers bought." />
      <Card padding={0}>
        <Tabs value={tab} onChange={(value) => change({ status: statusOf(value) })} keepMounted={false}>
          <OrderTabList />
          <OrderFilterBar filters={filters} onChange={change} onClear={clear} />
          <Tabs.Panel value={tab}>
            {page.isPending && <RowSkeletons />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {!page.isError && orders?.length === 0 && (
              <NoOrders narrowed={isNarrowed(filters)} onClear={clear} />
            )}
            {!page.isError && orders && orders.length > 0 && (
              <>
                {phone ? (
                  <OrderCards orders={orders} />
                ) : (
                  <OrderTable orders={orders} fetching={page.isPlaceholderData} />
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

function statusOf(tab: string | null) {
  return tab === 'confirmed' || tab === 'pending' || tab === 'shipped' || tab === 'cancelled' ? tab : null;
}

function NoOrders({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState
        icon={ShoppingBag}
        title="No orders here"
        description="Orders in this state will be listed here."
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="No orders match"
      description="Try fewer filters, or another spelling."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
