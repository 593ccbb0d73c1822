'use client';

import { Card, ScrollArea, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BadgePercent, Plus, SearchX } from 'lucide-react';
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
import { PromotionCards } from './promotion-cards.tsx';
import { PromotionTable } from './promotion-table.tsx';
import { stateNames, states } from './promotion.ts';
import classes from './promotions.module.css';
import { usePromotionFilters } from './use-promotion-filters.ts';

export function PromotionsPage() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { filters, change } = usePromotionFilters();
  const cursor = filters.cursors.at(-1);
  const page = useQuery(
    trpc.orders.staff.promotions.list.queryOptions(
      {
        limit: 25,
        ...(filters.query === '' ? {} : { query: filters.query }),
        ...(filters.state === null ? {} : { state: filters.state }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const promotions = page.data?.items;
  return (
    <>
      <PageHeader
        title="Promotions"
        description="Codes and offers that apply by themselves."
        actions={
          useStaff().permissions.includes('promotions:write') && (
            <LinkButton href="/promotions/new" leftSection={<Plus size={16} />}>
              New promotion
            </LinkButton>
          )
        }
      />
      <Card padding={0}>
        <Tabs
          value={filters.state ?? 'all'}
          onChange={(value) => change({ state: oneOf(stateNames, value) })}
          keepMounted={false}
        >
          <StateTabs />
          <div className={classes.tools}>
            <div className={classes.search}>
              <SearchInput
                label="Search by name or code"
                value={filters.query}
                onChange={(query) => change({ query })}
              />
            </div>
          </div>
          <Tabs.Panel value={filters.state ?? 'all'}>
            {page.isPending && <RowSkeletons rows={5} />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {!page.isError && promotions?.length === 0 && <NoPromotions narrowed={filters.query !== ''} />}
            {!page.isError && promotions && promotions.length > 0 && (
              <>
                {phone ? (
                  <PromotionCards promotions={promotions} />
                ) : (
                  <PromotionTable promotions={promotions} fetching={page.isPlaceholderData} />
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

function StateTabs() {
  return (
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
  );
}

function NoPromotions({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return <EmptyState icon={SearchX} title="No promotions match" description="Try another spelling." />;
  return (
    <EmptyState
      icon={BadgePercent}
      title="No promotions here"
      description="A promotion takes something off a cart: with a code, or by itself when its conditions are met."
    />
  );
}
