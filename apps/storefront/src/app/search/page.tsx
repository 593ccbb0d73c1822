import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FailureState } from '@/components/failure-state.tsx';
import { clearFilters } from '@/features/catalog/active-filters.tsx';
import { Listing } from '@/features/catalog/listing.tsx';
import { DidYouMean } from '@/features/catalog/did-you-mean.tsx';
import { NothingFound, NothingLeft } from '@/features/catalog/list-empty.tsx';
import {
  countFilters,
  readListQuery,
  toQueryString,
  type SearchParams,
} from '@/features/catalog/list-query.ts';
import { listCategories, listShelf, searchProducts } from '@/features/catalog/queries.ts';
import { Shelf } from '@/features/catalog/shelf.tsx';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { readCurrency } from '@/lib/session.ts';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = readListQuery(await searchParams, 'USD');
  return { title: `Search: ${text}`, alternates: { canonical: '/search' }, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const currency = await readCurrency();
  const query = readListQuery(await searchParams, currency);
  if (query.text === '') redirect('/products');
  const result = await attempt(searchProducts(query.text, currency, query));
  if (!result.ok) return <FailureState failure={result.failure} />;
  const narrowed = countFilters(query) > 0;
  const nothing = result.value.facets.total === 0 && !narrowed;
  const [suggestions, categories] = nothing
    ? await Promise.all([
        attemptOr(listShelf('best_selling', currency, 4), []),
        attemptOr(listCategories(), []),
      ])
    : [[], []];
  return (
    <div className="space-y-8 pt-8">
      <h1 className="page text-title font-medium">
        <span className="text-muted">Results for</span> “{query.text}”
      </h1>
      {result.value.didYouMean !== null && <DidYouMean text={query.text} used={result.value.didYouMean} />}
      {nothing ? (
        <>
          <NothingFound
            text={query.text}
            departments={categories.filter(({ parentSlug }) => parentSlug === null)}
          />
          <Shelf title="Liked by many" products={suggestions} href="/products?sort=best_selling" />
        </>
      ) : (
        <Listing
          path="/search"
          query={query}
          currency={currency}
          listing={result.value}
          empty={<NothingLeft clearHref={`/search${toQueryString(clearFilters(query), currency)}`} />}
        />
      )}
    </div>
  );
}
