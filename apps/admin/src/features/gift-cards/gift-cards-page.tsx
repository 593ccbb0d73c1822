'use client';

import { Button, Card, ScrollArea, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Gift, Plus, SearchX } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { oneOf } from '../../lib/use-address.ts';
import { stateNames, states } from './gift-card.ts';
import { GiftCardCards } from './gift-card-cards.tsx';
import { GiftCardTable } from './gift-card-table.tsx';
import classes from './gift-cards.module.css';
import { openIssueGiftCard } from './issue-form.tsx';
import { useGiftCardFilters } from './use-gift-card-filters.ts';

export function GiftCardsPage() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { filters, change } = useGiftCardFilters();
  const cursor = filters.cursors.at(-1);
  const page = useQuery(
    trpc.orders.credit.staff.list.queryOptions(
      {
        limit: 25,
        ...(filters.query === '' ? {} : { query: filters.query }),
        ...(filters.state === null ? {} : { state: filters.state }),
        ...(cursor === undefined ? {} : { cursor }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const cards = page.data?.items;
  return (
    <>
      <PageHeader
        title="Gift cards"
        description="What was sold or given, and what is left on it."
        actions={
          useStaff().permissions.includes('credit:write') && (
            <Button leftSection={<Plus size={16} />} onClick={openIssueGiftCard}>
              Issue gift card
            </Button>
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
                label="End of the code, e-mail or order"
                value={filters.query}
                onChange={(query) => change({ query })}
              />
            </div>
          </div>
          <Tabs.Panel value={filters.state ?? 'all'}>
            {page.isPending && <RowSkeletons rows={5} />}
            {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
            {!page.isError && cards?.length === 0 && <NoCards narrowed={filters.query !== ''} />}
            {!page.isError && cards && cards.length > 0 && (
              <>
                {phone ? (
                  <GiftCardCards cards={cards} />
                ) : (
                  <GiftCardTable cards={cards} fetching={page.isPlaceholderData} />
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

function NoCards({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        icon={SearchX}
        title="No gift cards match"
        description="Search by the last four characters, a whole e-mail address, or #order."
      />
    );
  return (
    <EmptyState
      icon={Gift}
      title="No gift cards here"
      description="They appear when somebody buys one, or when you issue one."
    />
  );
}
