'use client';

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Currency } from '@turing/domain';
import { SearchX, Tags } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { usePhone } from '../../components/use-phone.ts';
import { useTRPC } from '../../lib/api.ts';
import classes from './price-grid.module.css';
import { PriceGridRow } from './price-grid-row.tsx';
import type { ListedVariant, PriceList } from './price-list.ts';
import { PriceSaveBar } from './price-save-bar.tsx';
import { usePriceDrafts } from './use-price-drafts.ts';

interface PriceGridProps {
  readonly list: PriceList;
  readonly view: { readonly currency: Currency; readonly query: string; readonly unlisted: boolean };
  readonly readOnly: boolean;
  readonly onShowAll: () => void;
}

const rowHeight = 56;
/** On a phone the numbers are below the name. */
const tallRowHeight = 98;

/** Any number of prices, of which only those in view exist; more are read as they come into view. */
export function PriceGrid({ list, view, readOnly, onShowAll }: PriceGridProps) {
  const { currency, query, unlisted } = view;
  const trpc = useTRPC();
  const prices = useInfiniteQuery(
    trpc.products.staff.priceLists.prices.infiniteQueryOptions(
      { id: list.id, currency, unlisted, limit: 100, ...(query === '' ? {} : { query }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const variants = prices.data?.pages.flatMap(({ items }) => items) ?? [];
  const drafts = usePriceDrafts(list, currency);
  if (prices.isPending) return <RowSkeletons />;
  if (prices.isError) return <ErrorState error={prices.error} onRetry={() => void prices.refetch()} />;
  if (variants.length === 0) return <NoPrices view={view} onShowAll={onShowAll} />;
  return (
    <>
      <Rows
        variants={variants}
        readOnly={readOnly}
        texts={drafts.texts}
        onType={drafts.type}
        onEnd={() => {
          if (prices.hasNextPage && !prices.isFetchingNextPage) void prices.fetchNextPage();
        }}
      />
      <PriceSaveBar drafts={drafts} />
    </>
  );
}

interface RowsProps {
  readonly variants: readonly ListedVariant[];
  readonly readOnly: boolean;
  readonly texts: ReadonlyMap<string, string>;
  readonly onType: (variant: ListedVariant, text: string) => void;
  readonly onEnd: () => void;
}

function Rows({ variants, readOnly, texts, onType, onEnd }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const height = usePhone() ? tallRowHeight : rowHeight;
  // oxlint-disable-next-line react/incompatible-library -- rows are drawn here, nothing of it is handed on
  const rows = useVirtualizer({
    count: variants.length,
    getScrollElement: () => frame.current,
    getItemKey: (index) => variants[index]?.variantId ?? index,
    estimateSize: () => height,
    overscan: 10,
  });
  useEffect(() => rows.measure(), [rows, height]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= variants.length - 20) onEnd();
  });
  return (
    <div ref={frame} className={classes.frame}>
      <div role="table" aria-label="Prices" aria-rowcount={variants.length + 1}>
        <div role="row" aria-rowindex={1} className={classes.head}>
          <div role="columnheader">Variant</div>
          <div role="columnheader" data-number>
            Base price
          </div>
          <div role="columnheader" data-number>
            List price
          </div>
          <div role="columnheader" data-number>
            Difference
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const variant = variants[index];
            return variant === undefined ? null : (
              <PriceGridRow
                key={variant.variantId}
                variant={variant}
                place={{ index, start }}
                text={texts.get(variant.variantId)}
                readOnly={readOnly}
                onType={onType}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function NoPrices({ view, onShowAll }: Pick<PriceGridProps, 'view' | 'onShowAll'>) {
  if (view.unlisted)
    return <EmptyState icon={SearchX} title="No variants match" description="Try another spelling." />;
  return (
    <EmptyState
      icon={Tags}
      title={view.query === '' ? `No prices in ${view.currency} yet` : 'No prices match'}
      description="Take a percentage off many products, paste prices from a spreadsheet, or type them beside all variants."
      action={
        <Button variant="default" onClick={onShowAll}>
          Show all variants
        </Button>
      }
    />
  );
}
