'use client';

import { Button, Card, Group, Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX, ShoppingBag } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { OrderBulkBar } from './order-bulk-bar.tsx';
import { OrderCards } from './order-cards.tsx';
import { OrderFilterBar } from './order-filter-bar.tsx';
import { OrderFilterChips } from './order-filter-chips.tsx';
import { isSame, noFilters, toListInput } from './order-filters.ts';
import { OrderListMenu } from './order-list-menu.tsx';
import { OrderTabList } from './order-tab-list.tsx';
import { OrderTable } from './order-table.tsx';
import { viewOf } from './order-views.ts';
import { openSaveView } from './save-view-form.tsx';
import { useChooseAll } from './use-choose-all.ts';
import { useOrderFilters } from './use-order-filters.ts';
import { useOrderSelection } from './use-order-selection.ts';
import { useOrderViews } from './use-order-views.ts';

export function OrderList() {
  const trpc = useTRPC();
  const phone = usePhone();
  const router = useRouter();
  const [dense, setDense] = useLocalStorage({ key: 'dense-orders', defaultValue: false });
  const { filters, change, clear } = useOrderFilters();
  const views = useOrderViews();
  const page = useQuery(
    trpc.orders.staff.list.queryOptions(toListInput(filters), { placeholderData: keepPreviousData }),
  );
  const orders = page.data?.items ?? [];
  const selection = useOrderSelection(orders, ({ id }) => router.push(`/orders/${id}`));
  const { chooseAll, choosing } = useChooseAll(selection.choose);
  const view = viewOf(views, filters);
  const narrow = (difference: Parameters<typeof change>[0]) => {
    selection.clear();
    change(difference);
  };
  const isWhole = page.data?.nextCursor === null && filters.cursors.length === 0;

  return (
    <>
      <PageHeader title="Orders" description="Find, ship and follow what customers bought." />
      <Card padding={0}>
        <Tabs
          value={view?.key ?? 'other'}
          onChange={(key) => narrow(views.find((each) => each.key === key)?.filters ?? noFilters)}
          keepMounted={false}
        >
          <Group gap="xs" wrap="nowrap" justify="space-between" pr="md">
            <OrderTabList views={views} />
            <OrderListMenu
              filters={filters}
              view={view?.saved?.own === true ? view.saved : null}
              dense={dense}
              onDense={setDense}
              onDeleted={clear}
            />
          </Group>
          <OrderFilterBar filters={filters} onChange={narrow} />
          <OrderFilterChips
            filters={filters}
            onChange={narrow}
            onClear={() => narrow(noFilters)}
            onSave={view === null ? () => openSaveView(filters) : null}
          />
          <Tabs.Panel value={view?.key ?? 'other'}>
            {page.isPending && <RowSkeletons />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {page.isSuccess && orders.length === 0 && (
              <NoOrders narrowed={!isSame(filters, noFilters)} onClear={clear} />
            )}
            {!page.isError &&
              orders.length > 0 &&
              (phone ? (
                <OrderCards orders={orders} selection={selection} />
              ) : (
                <OrderTable
                  orders={orders}
                  fetching={page.isPlaceholderData}
                  dense={dense}
                  selection={selection}
                />
              ))}
            <Pager
              cursors={filters.cursors}
              nextCursor={page.data?.nextCursor ?? null}
              busy={page.isPlaceholderData}
              onTurn={(cursors) => change({ cursors })}
            />
          </Tabs.Panel>
        </Tabs>
      </Card>
      {selection.chosen.length > 0 && (
        <OrderBulkBar
          selection={selection}
          onChooseAll={isWhole || selection.chosen.length > orders.length ? null : () => chooseAll(filters)}
          choosing={choosing}
        />
      )}
    </>
  );
}

function NoOrders({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState icon={ShoppingBag} title="No orders yet" description="What customers buy is listed here." />
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
