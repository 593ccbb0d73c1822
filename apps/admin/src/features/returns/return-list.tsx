'use client';

import { Button, Card, ScrollArea, Tabs, Text } from '@mantine/core';
import { type ReturnState, returnStates } from '@turing/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PackageOpen, SearchX, Settings2 } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { returnStatuses } from '../../components/return-status.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SearchInput } from '../../components/search-input.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStaff } from '../../lib/staff.tsx';
import { useAddress } from '../../lib/use-address.ts';
import { openReturnPolicy } from './policy-form.tsx';
import { ReturnCards } from './return-cards.tsx';
import { type ReturnFilters, readReturnFilters, toListInput, writeReturnFilters } from './return-filters.ts';
import { ReturnTable } from './return-table.tsx';
import classes from './returns.module.css';

export function ReturnList() {
  const trpc = useTRPC();
  const phone = usePhone();
  const { params, show } = useAddress();
  const filters = readReturnFilters(params);
  const page = useQuery(
    trpc.orders.staff.returns.list.queryOptions(toListInput(filters), { placeholderData: keepPreviousData }),
  );
  const returns = page.data?.items;
  function change(difference: Partial<ReturnFilters>): void {
    const typing = difference.query !== undefined;
    show(writeReturnFilters({ ...filters, cursors: [], ...difference }), typing ? 'replace' : 'push');
  }
  return (
    <>
      <PageHeader
        title="Returns"
        description="What customers send back, and what becomes of it."
        actions={<PolicyButton />}
      />
      <Card padding={0}>
        <StateTabs status={filters.status} onChange={(status) => change({ status })} />
        <div className={classes.search}>
          <SearchInput
            label="Search by order, e-mail or name"
            value={filters.query}
            onChange={(query) => change({ query })}
          />
        </div>
        {page.isPending && <RowSkeletons />}
        {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
        {!page.isError && returns?.length === 0 && (
          <NoReturns narrowed={filters.status !== null || filters.query !== ''} />
        )}
        {!page.isError && returns && returns.length > 0 && (
          <>
            {phone ? (
              <ReturnCards returns={returns} />
            ) : (
              <ReturnTable returns={returns} fetching={page.isPlaceholderData} />
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

function PolicyButton() {
  const maySet = useStaff().permissions.includes('settings:write');
  if (!maySet) return null;
  return (
    <Button variant="default" leftSection={<Settings2 size={16} />} onClick={openReturnPolicy}>
      Return policy
    </Button>
  );
}

interface StateTabsProps {
  readonly status: ReturnState | null;
  readonly onChange: (status: ReturnState | null) => void;
}

function StateTabs({ status, onChange }: StateTabsProps) {
  const counts = useQuery(useTRPC().orders.staff.returns.counts.queryOptions());
  return (
    <Tabs
      value={status ?? 'all'}
      onChange={(value) => onChange(returnStates.find((each) => each === value) ?? null)}
    >
      <ScrollArea type="never" scrollbars="x">
        <Tabs.List className={classes.tabs} aria-label="States">
          <Tabs.Tab value="all" className={classes.tab}>
            All
          </Tabs.Tab>
          {returnStates.map((state) => {
            const waiting = counts.data?.[state] ?? 0;
            return (
              <Tabs.Tab
                key={state}
                value={state}
                className={classes.tab}
                rightSection={
                  waiting > 0 && (
                    <Text span size="xs" c="dimmed" className="tabular">
                      {waiting}
                    </Text>
                  )
                }
              >
                {returnStatuses[state].label}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
      </ScrollArea>
    </Tabs>
  );
}

function NoReturns({ narrowed }: { narrowed: boolean }) {
  if (!narrowed)
    return (
      <EmptyState
        icon={PackageOpen}
        title="No returns yet"
        description="Customers ask for them on the page of their order; you can start one from an order, too."
      />
    );
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      description="Try another state, or search by the number of the order."
    />
  );
}
