import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { FailureState } from '@/components/failure-state.tsx';
import { clearFilters } from '@/features/catalog/active-filters.tsx';
import { Listing } from '@/features/catalog/listing.tsx';
import { NothingLeft } from '@/features/catalog/list-empty.tsx';
import { readListQuery, toQueryString, type SearchParams } from '@/features/catalog/list-query.ts';
import { getCollection, listProducts } from '@/features/catalog/queries.ts';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { readCurrency } from '@/lib/session.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const collection = await attemptOr(getCollection(slug), null);
  if (collection === null) return { title: 'Collection' };
  return {
    title: collection.seoTitle ?? collection.name,
    description: collection.seoDescription ?? collection.description,
    alternates: { canonical: `/collections/${slug}` },
  };
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const [{ slug }, currency] = await Promise.all([params, readCurrency()]);
  const found = await attempt(getCollection(slug));
  if (!found.ok) return <FailureState failure={found.failure} />;
  const collection = found.value;
  const query = { ...readListQuery(await searchParams, currency), text: '' };
  const { sort = collection.sort, ...filter } = query.filter;
  const listing = await attempt(
    listProducts({ currency, collection: slug }, { text: '', filter: { ...filter, sort } }),
  );
  if (!listing.ok) return <FailureState failure={listing.failure} />;
  const path = `/collections/${slug}`;
  return (
    <div className="space-y-8 pt-5">
      <header className="page space-y-5">
        <Breadcrumbs
          crumbs={[
            { name: 'Shop', href: '/products' },
            { name: 'Collections', href: '/collections' },
            { name: collection.name },
          ]}
        />
        <div className="max-w-2xl space-y-2">
          <h1 className="text-title font-medium">{collection.name}</h1>
          <p className="text-muted leading-relaxed">{collection.description}</p>
        </div>
      </header>
      <Listing
        path={path}
        query={query}
        currency={currency}
        listing={listing.value}
        ownSort={collection.sort}
        empty={<NothingLeft clearHref={`${path}${toQueryString(clearFilters(query), currency)}`} />}
      />
    </div>
  );
}
