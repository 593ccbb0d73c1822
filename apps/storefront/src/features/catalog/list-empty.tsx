import { PackageOpen, SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import type { Category } from './queries.ts';

/** Filters left nothing: the way out is to take them off. */
export function NothingLeft({ clearHref }: { clearHref: string }) {
  return (
    <EmptyState
      icon={PackageOpen}
      title="Nothing fits all of that"
      actions={<ButtonLink href={clearHref}>Clear the filters</ButtonLink>}
    >
      <p>Take off a filter or widen the price, and things will turn up.</p>
    </EmptyState>
  );
}

/** A search found nothing at all. */
export function NothingFound({ text, departments }: { text: string; departments: readonly Category[] }) {
  return (
    <EmptyState
      icon={SearchX}
      title={`Nothing found for “${text}”`}
      actions={
        <>
          <ButtonLink href="/products?sort=best_selling">See best sellers</ButtonLink>
          <ButtonLink href="/products" look="secondary">
            Browse everything
          </ButtonLink>
        </>
      }
    >
      <p>Check the spelling, use fewer or plainer words, or name the thing rather than the brand.</p>
      {departments.length > 0 && (
        <nav aria-label="Departments to look in" className="pt-3">
          <ul className="flex flex-wrap justify-center gap-2">
            {departments.map(({ slug, name }) => (
              <li key={slug}>
                <PendingLink
                  href={`/c/${slug}`}
                  className="border-line bg-surface text-ink hover:border-ink inline-flex min-h-10 items-center rounded-full border px-4 text-sm transition-colors"
                >
                  {name}
                </PendingLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </EmptyState>
  );
}
