import { PackageOpen, SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

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
export function NothingFound({ text }: { text: string }) {
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
    </EmptyState>
  );
}
