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
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 lg:grid-cols-4">
        {categories.map((category) => (
          <li key={category.slug}>
            <PendingLink href={`/c/${category.slug}`} className="group block space-y-3">
              <span className="bg-sunken block aspect-[4/3] overflow-hidden rounded-lg">
                <ProductImage
                  image={category.image}
                  sizes="(min-width: 64rem) 20rem, 46vw"
                  decorative
                  className="transition-transform duration-700 group-hover:scale-[1.03]"
                />
              </span>
              <span className="block">
                <span className="block font-medium">{category.name}</span>
                <span className="text-muted text-sm">{formatCount(category.productCount, 'product')}</span>
              </span>
            </PendingLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
