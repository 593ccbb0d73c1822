import { ArrowRight } from 'lucide-react';
import { PendingLink } from '@/components/pending-link.tsx';
import { ProductCard } from './product-card.tsx';
import type { ProductCard as Card } from './queries.ts';

export interface ShelfProps {
  title: string;
  lead?: string;
  products: readonly Card[];
  href?: string;
}

/** A row of products: a strip to swipe on a phone, a grid on wide windows. */
export function Shelf({ title, lead, products, href }: ShelfProps) {
  if (products.length === 0) return null;
  return (
    <section aria-label={title} className="page space-y-7">
      <div className="flex items-end justify-between gap-6">
        <div className="space-y-1.5">
          <h2 className="text-title font-medium">{title}</h2>
          {lead !== undefined && <p className="text-muted">{lead}</p>}
        </div>
        {href !== undefined && (
          <PendingLink
            href={href}
            aria-label={`See all: ${title}`}
            className="hover:text-accent inline-flex shrink-0 items-center gap-1.5 py-1 text-sm font-medium"
          >
            See all <ArrowRight aria-hidden="true" className="size-4" />
          </PendingLink>
        )}
      </div>
      <ul className="-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-4 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-4 md:gap-x-6 md:gap-y-10 md:overflow-visible md:px-0 md:pb-0">
        {products.map((product) => (
          <li key={product.id} className="w-[62vw] max-w-64 shrink-0 snap-start md:w-auto md:max-w-none">
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
    </section>
  );
}
