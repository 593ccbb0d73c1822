import { ButtonLink } from '@/components/button.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { site } from '@/lib/site.ts';
import type { ProductCard } from './queries.ts';

/** The shop window: one large picture, two small ones, and a sentence. */
export function Hero({ products }: { products: readonly ProductCard[] }) {
  const [large, upper, lower] = products;
  return (
    <section className="page grid items-center gap-8 pt-6 lg:grid-cols-[1fr_1.25fr] lg:gap-14 lg:pt-10">
      <div className="space-y-6 lg:py-10">
        <h1 className="text-display font-medium">{site.tagline}</h1>
        <p className="text-muted max-w-md text-lg leading-relaxed">
          Stoneware, linen, oak and good steel, from small makers we know by name. Chosen to be used daily and
          kept for years.
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/products?sort=newest">Shop new arrivals</ButtonLink>
          <ButtonLink href="/products?sort=best_selling" look="secondary">
            Best sellers
          </ButtonLink>
        </div>
      </div>
      {large !== undefined && (
        <div className="grid grid-cols-3 grid-rows-2 gap-3 sm:gap-4">
          <HeroPicture product={large} className="col-span-2 row-span-2" priority />
          {upper !== undefined && <HeroPicture product={upper} />}
          {lower !== undefined && <HeroPicture product={lower} />}
        </div>
      )}
    </section>
  );
}

function HeroPicture({
  product,
  className = '',
  priority = false,
}: {
  product: ProductCard;
  className?: string;
  priority?: boolean;
}) {
  return (
    <PendingLink
      href={`/p/${product.slug}`}
      className={`bg-sunken group relative block aspect-square overflow-hidden rounded-xl ${className}`}
    >
      <ProductImage
        image={product.image}
        sizes={priority ? '(min-width: 64rem) 30rem, 64vw' : '(min-width: 64rem) 15rem, 32vw'}
        priority
        decorative
        className="transition-transform duration-700 group-hover:scale-[1.03]"
      />
      <span
        className={
          priority
            ? 'max-sm:sr-only sm:bg-surface sm:absolute sm:bottom-4 sm:left-4 sm:max-w-[80%] sm:rounded-full sm:px-4 sm:py-2 sm:text-sm sm:font-medium'
            : 'sr-only'
        }
      >
        {product.name}
      </span>
    </PendingLink>
  );
}
