'use client';

import { Button, Card } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Boxes, SearchX } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import { LedgerDrawer } from './ledger-drawer.tsx';
import { LevelCards } from './level-cards.tsx';
import { LevelFilterBar } from './level-filter-bar.tsx';
import { isNarrowed, toLevelsInput } from './level-filters.ts';
import { LevelTable } from './level-table.tsx';
import type { Level } from './stock.ts';
import { useLevelFilters } from './use-level-filters.ts';

/** What lies where: of all products, or in every location of one. */
export function LevelList({ productId }: { productId?: string }) {
  const trpc = useTRPC();
  const phone = usePhone();
  const { filters, change, clear } = useLevelFilters();
  const [ledger, setLedger] = useState<Level | null>(null);
  const page = useQuery(
    trpc.products.staff.stock.levels.queryOptions(toLevelsInput(filters, productId), {
      placeholderData: keepPreviousData,
    }),
  );
  const levels = page.data?.items;
  return (
    <Card padding={0}>
      {productId === undefined && <LevelFilterBar filters={filters} onChange={change} onClear={clear} />}
      {page.isPending && <RowSkeletons height={48} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {!page.isError && levels?.length === 0 && (
        <NoLevels narrowed={productId === undefined && isNarrowed(filters)} onClear={clear} />
      )}
      {!page.isError && levels && levels.length > 0 && (
        <>
          {phone ? (
            <LevelCards levels={levels} ofProduct={productId !== undefined} onLedger={setLedger} />
          ) : (
            <LevelTable
              levels={levels}
              fetching={page.isPlaceholderData}
              ofProduct={productId !== undefined}
              onLedger={setLedger}
            />
          )}
          <Pager
            cursors={filters.cursors}
            nextCursor={page.data?.nextCursor ?? null}
            busy={page.isPlaceholderData}
            onTurn={(cursors) => change({ cursors })}
          />
        </>
      )}
      <LedgerDrawer level={ledger} onClose={() => setLedger(null)} />
    </Card>
  );
}

function NoLevels({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState
        icon={Boxes}
        title="No stock yet"
        description="Variants are listed here once they are stocked."
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      description="Try fewer filters, or another spelling."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
