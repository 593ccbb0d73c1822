import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { clearFilters } from '@/features/catalog/active-filters.tsx';
import { Listing } from '@/features/catalog/listing.tsx';
import { NothingLeft } from '@/features/catalog/list-empty.tsx';
import { readListQuery, toQueryString, type SearchParams } from '@/features/catalog/list-query.ts';
import { listProducts } from '@/features/catalog/queries.ts';
import { attempt } from '@/lib/attempt.ts';
import { readCurrency } from '@/lib/session.ts';

export const metadata: Metadata = {
  title: 'Everything',
  description: 'Everything we sell, in one list.',
  alternates: { canonical: '/products' },
};

const titles: Readonly<Record<string, string>> = {
  newest: 'New arrivals',
  best_selling: 'Best sellers',
  rating: 'Top rated',
};

export default async function ProductsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const currency = await readCurrency();
  const query = { ...readListQuery(await searchParams, currency), text: '' };
  const result = await attempt(listProducts({ currency }, query));
  if (!result.ok) return <FailureState failure={result.failure} />;
  return (
    <div className="space-y-8 pt-8">
      <h1 className="page text-title font-medium">{titles[query.filter.sort ?? ''] ?? 'Everything'}</h1>
      <Listing
        path="/products"
        query={query}
        currency={currency}
        listing={result.value}
        empty={<NothingLeft clearHref={`/products${toQueryString(clearFilters(query), currency)}`} />}
      />
    </div>
  );
}
