import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { CategoryTiles } from '@/features/catalog/category-tiles.tsx';
import { Hero } from '@/features/catalog/hero.tsx';
import { Promises } from '@/features/catalog/promises.tsx';
import { CollectionTiles } from '@/features/catalog/collection-tiles.tsx';
import { listCategories, listCollections, listShelf } from '@/features/catalog/queries.ts';
import { Shelf } from '@/features/catalog/shelf.tsx';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { readCurrency } from '@/lib/session.ts';

export const metadata: Metadata = { alternates: { canonical: '/' } };

export default async function HomePage() {
  const currency = await readCurrency();
  const result = await attempt(
    Promise.all([
      listCategories(),
      listShelf('featured', currency, 7),
      listShelf('newest', currency, 8),
      listShelf('best_selling', currency, 4),
      listShelf('rating', currency, 4),
      attemptOr(listCollections(), []),
    ]),
  );
  if (!result.ok) return <FailureState failure={result.failure} />;
  const [categories, featured, newest, bestSelling, rated, collections] = result.value;
  return (
    <div className="space-y-20 lg:space-y-28">
      <Hero products={featured.slice(0, 3)} />
      <CategoryTiles categories={categories.filter((category) => category.parentSlug === null)} />
      <Shelf title="New arrivals" lead="Just unpacked." products={newest} href="/products?sort=newest" />
      <CollectionTiles title="Collections" collections={collections.slice(0, 3)} href="/collections" />
      <Promises />
      <Shelf
        title="Best sellers"
        lead="What most people leave with."
        products={bestSelling}
        href="/products?sort=best_selling"
      />
      <Shelf
        title="Featured"
        lead="Our own favourites, at the moment."
        products={featured.slice(3)}
        href="/products"
      />
      <Shelf
        title="Top rated"
        lead="Five stars, from people who use them."
        products={rated}
        href="/products?sort=rating"
      />
    </div>
  );
}
