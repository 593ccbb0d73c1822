import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FailureState } from '@/components/failure-state.tsx';
import { CategoryHeader } from '@/features/catalog/category-header.tsx';
import { clearFilters } from '@/features/catalog/active-filters.tsx';
import { Listing } from '@/features/catalog/listing.tsx';
import { NothingLeft } from '@/features/catalog/list-empty.tsx';
import { readListQuery, toQueryString, type SearchParams } from '@/features/catalog/list-query.ts';
import { listCategories, listProducts } from '@/features/catalog/queries.ts';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { toCategoryPath } from '@/lib/category-tree.ts';
import { readCurrency } from '@/lib/session.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const category = (await attemptOr(listCategories(), [])).find((row) => row.slug === slug);
  if (category === undefined) return { title: 'Department' };
  return {
    title: category.name,
    description: category.description,
    alternates: { canonical: `/c/${slug}` },
  };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const [{ slug }, currency] = await Promise.all([params, readCurrency()]);
  const query = readListQuery(await searchParams, currency);
  const result = await attempt(
    Promise.all([listCategories(), listProducts({ currency, category: slug }, { ...query, text: '' })]),
  );
  if (!result.ok) return <FailureState failure={result.failure} />;
  const [categories, listing] = result.value;
  const path = toCategoryPath(categories, slug);
  const category = path.at(-1);
  if (category === undefined) notFound();
  return (
    <div className="space-y-8 pt-5">
      <CategoryHeader path={path} below={categories.filter((row) => row.parentSlug === slug)} />
      <Listing
        path={`/c/${slug}`}
        query={{ ...query, text: '' }}
        currency={currency}
        listing={listing}
        empty={<NothingLeft clearHref={`/c/${slug}${toQueryString(clearFilters(query), currency)}`} />}
      />
    </div>
  );
}
