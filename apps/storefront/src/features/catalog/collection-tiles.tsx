import { ArrowRight } from 'lucide-react';
import { PendingLink } from '@/components/pending-link.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { formatCount } from '@/lib/format.ts';
import type { CollectionCard } from './queries.ts';

export interface CollectionTilesProps {
  title: string;
  collections: readonly CollectionCard[];
  href: string;
}

/** A few collections as a window of a page. */
export function CollectionTiles({ title, collections, href }: CollectionTilesProps) {
  if (collections.length === 0) return null;
  return (
    <section aria-label={title} className="page space-y-7">
      <div className="flex items-end justify-between gap-6">
        <h2 className="text-title font-medium">{title}</h2>
        <PendingLink
          href={href}
          aria-label={`See all: ${title}`}
          className="hover:text-accent inline-flex shrink-0 items-center gap-1.5 py-1 text-sm font-medium"
        >
          See all <ArrowRight aria-hidden="true" className="size-4" />
        </PendingLink>
      </div>
      <CollectionGrid collections={collections} level={3} />
    </section>
  );
}

/** Collections with a picture each. */
export function CollectionGrid({
  collections,
  level,
}: {
  collections: readonly CollectionCard[];
  level: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {collections.map((collection) => (
        <li key={collection.slug} className="group relative space-y-3">
          <div className="bg-sunken aspect-[4/3] overflow-hidden rounded-lg">
            <ProductImage
              image={collection.image}
              sizes="(min-width: 64rem) 27rem, (min-width: 40rem) 45vw, 92vw"
              decorative
              className="transition-transform duration-700 group-hover:scale-[1.03]"
            />
          </div>
          <div className="space-y-1">
            <Heading className="text-heading font-medium">
              <PendingLink
                href={`/collections/${collection.slug}`}
                className="after:absolute after:inset-0 after:z-10 after:rounded-lg"
              >
                {collection.name}
              </PendingLink>
            </Heading>
            <p className="text-muted line-clamp-2 text-sm leading-relaxed">{collection.description}</p>
            <p className="text-muted text-xs">{formatCount(collection.productCount, 'product')}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
