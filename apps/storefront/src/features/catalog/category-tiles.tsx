import { PendingLink } from '@/components/pending-link.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { formatCount } from '@/lib/format.ts';
import type { Category } from './queries.ts';

/** The departments with a picture each. */
export function CategoryTiles({ categories }: { categories: readonly Category[] }) {
  if (categories.length === 0) return null;
  return (
    <section aria-label="Departments" className="page space-y-7">
      <h2 className="text-title font-medium">Find your room</h2>
      <ul className="grid grid-cols-3 gap-x-3 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] sm:gap-x-4">
        {categories.map((category) => (
          <li key={category.slug}>
            <PendingLink href={`/c/${category.slug}`} className="group flex flex-col gap-2.5">
              <span className="bg-sunken block aspect-square overflow-hidden rounded-lg">
                <ProductImage
                  image={category.image}
                  sizes="(min-width: 40rem) 9rem, 31vw"
                  decorative
                  className="transition-transform duration-700 group-hover:scale-[1.04]"
                />
              </span>
              <span className="block">
                <span className="block text-sm leading-snug font-medium">{category.name}</span>
                <span className="text-muted text-xs">{formatCount(category.productCount, 'product')}</span>
              </span>
            </PendingLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
