import { PendingLink } from '@/components/pending-link.tsx';
import { type ReviewSort, reviewSorts } from './review-sort.ts';

/** The orders of reviews, as links: they work everywhere and can be shared. */
export function ReviewOrder({ slug, sort }: { slug: string; sort: ReviewSort }) {
  return (
    <nav aria-label="Order of the reviews">
      <ul className="flex flex-wrap gap-2">
        {Object.entries(reviewSorts).map(([code, label]) => (
          <li key={code}>
            <PendingLink
              href={`/p/${slug}${code === 'newest' ? '' : `?order=${code}`}#reviews`}
              scroll={false}
              aria-current={code === sort ? 'true' : undefined}
              className="border-line bg-surface hover:border-ink aria-[current]:border-ink inline-flex min-h-10 items-center rounded-full border px-4 text-sm transition-colors aria-[current]:font-medium"
            >
              {label}
            </PendingLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
