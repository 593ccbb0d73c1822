import { Badge } from '@/components/badge.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { Rating } from '@/components/rating.tsx';
import { Highlighted } from './highlighted.tsx';
import type { ProductCard as Card, SearchHit } from './queries.ts';

const sizes = '(min-width: 84rem) 20rem, (min-width: 48rem) 30vw, 46vw';

export interface ProductCardProps {
  product: Card | SearchHit;
  /** In the first row, seen without scrolling. */
  priority?: boolean;
  level?: 2 | 3;
}

export function ProductCard({ product, priority = false, level = 3 }: ProductCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const reduced = product.compareAtMinor !== null && product.compareAtMinor > product.minPriceMinor;
  return (
    <article className="group relative flex flex-col gap-3">
      <div className="bg-sunken relative aspect-square overflow-hidden rounded-lg">
        <ProductImage image={product.image} sizes={sizes} priority={priority} decorative />
        {product.secondImage !== null && (
          <div className="absolute inset-0 hidden opacity-0 transition-opacity duration-300 group-hover:opacity-100 [@media(hover:hover)]:block">
            <ProductImage image={product.secondImage} sizes={sizes} decorative />
          </div>
        )}
        <div className="absolute top-3 left-3 flex gap-1.5">
          {!product.available && <Badge>Sold out</Badge>}
          {product.available && reduced && <Badge tone="accent">Reduced</Badge>}
        </div>
      </div>
      <div className="space-y-1">
        <p className="text-muted text-xs">{product.brand}</p>
        <Heading className="text-[0.9375rem] leading-snug font-medium">
          <PendingLink
            href={`/p/${product.slug}`}
            className="after:absolute after:inset-0 after:z-10 after:rounded-lg"
          >
            {'highlights' in product ? <Highlighted segments={product.highlights.name} /> : product.name}
          </PendingLink>
        </Heading>
        {'highlights' in product && product.highlights.summary.some(({ hit }) => hit) && (
          <p className="text-muted line-clamp-2 text-sm">
            <Highlighted segments={product.highlights.summary} />
          </p>
        )}
        <Price
          amountMinor={product.minPriceMinor}
          currency={product.currency}
          compareAtMinor={product.compareAtMinor}
          from={product.maxPriceMinor > product.minPriceMinor}
          className="text-sm"
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-0.5">
          {product.ratingAverage !== null && (
            <Rating average={product.ratingAverage} count={product.ratingCount} />
          )}
          <Swatches colours={product.swatches} />
        </div>
      </div>
    </article>
  );
}

function Swatches({ colours }: { colours: readonly string[] }) {
  if (colours.length < 2) return null;
  return (
    <span role="img" aria-label={`${colours.length} colours`} className="inline-flex gap-1">
      {colours.map((colour) => (
        <span
          key={colour}
          style={{ backgroundColor: colour }}
          className="size-3 rounded-full ring-1 ring-black/15 ring-inset dark:ring-white/25"
        />
      ))}
    </span>
  );
}
