import type { Currency } from '@turing/domain';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/button.tsx';
import { formatCount } from '@/lib/format.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FilterForm } from './filter-form.tsx';
import { ListNavigation, ListResults } from './list-navigation.tsx';
import { toQueryString, withFilter, type ListQuery } from './list-query.ts';
import { ProductCard } from './product-card.tsx';
import type { Listing as ListingData } from './queries.ts';
import { SearchClicks } from './search-clicks.tsx';
import { type OwnSort, SortSelect } from './sort-select.tsx';

export interface ListingProps {
  path: string;
  query: ListQuery;
  currency: Currency;
  listing: ListingData;
  /** The order before another is chosen. */
  ownSort?: OwnSort;
  /** What to say, and where to go, when nothing was found. */
  empty: ReactNode;
}

/** Filters, a count, a sort, the products and the way to the next page. */
export function Listing({ path, query, currency, listing, ownSort, empty }: ListingProps) {
  const { page, facets } = listing;
  const href = (cursor: string | undefined) =>
    `${path}${toQueryString(withFilter(query, { cursor }), currency)}`;
  return (
    <ListNavigation path={path} query={query} currency={currency}>
      <div className="page grid items-start gap-x-12 gap-y-6 lg:grid-cols-[15rem_1fr]">
        <aside className="lg:sticky lg:top-24 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto lg:pr-2 lg:pb-4 lg:-ml-1 lg:pl-1">
          <FilterForm path={path} facets={facets} currency={currency} />
        </aside>
        <div className="min-w-0 space-y-6">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p role="status" className="text-muted text-sm tabular-nums">
              {formatCount(facets.total, 'product')}
            </p>
            <SortSelect path={path} searching={query.text !== ''} ownSort={ownSort} />
          </div>
          <ActiveFilters path={path} query={query} facets={facets} currency={currency} />
          <ListResults>
            {page.items.length === 0 ? (
              empty
            ) : (
              <SearchClicks text={query.text}>
                <ul className="product-grid">
                  {page.items.map((product, index) => (
                    <li key={product.id} data-product={product.id} data-place={index + 1}>
                      <ProductCard product={product} priority={index < 4} level={2} />
                    </li>
                  ))}
                </ul>
              </SearchClicks>
            )}
          </ListResults>
          <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3 pt-8">
            {query.filter.cursor !== undefined && (
              <ButtonLink href={href(undefined)} look="secondary">
                <ArrowLeft aria-hidden="true" className="size-4" /> First page
              </ButtonLink>
            )}
            {page.nextCursor !== null && (
              <ButtonLink href={href(page.nextCursor)} look="secondary">
                Next page <ArrowRight aria-hidden="true" className="size-4" />
              </ButtonLink>
            )}
          </nav>
        </div>
      </div>
    </ListNavigation>
  );
}
