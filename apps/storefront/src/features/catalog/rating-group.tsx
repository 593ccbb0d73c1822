'use client';

import { Rating } from '@/components/rating.tsx';
import { useListNavigation } from './list-navigation.tsx';
import { withFilter } from './list-query.ts';
import type { Facets } from './queries.ts';

/** So many stars or more. */
export function RatingGroup({ ratings }: { ratings: Facets['ratings'] }) {
  const { query, go } = useListNavigation();
  const { minRating } = query.filter;
  const shown = ratings.filter(({ atLeast, count }) => atLeast < 5 && (count > 0 || atLeast === minRating));
  if (shown.length === 0) return null;
  return (
    <fieldset className="border-line border-b py-4">
      <legend className="float-left w-full pb-2 text-sm font-medium">Rating</legend>
      <ul className="clear-both">
        {shown.map(({ atLeast, count }) => (
          <li key={atLeast}>
            <label className="hover:text-accent flex min-h-9 items-center gap-3 text-sm">
              <input
                type="radio"
                name="rating"
                value={atLeast}
                checked={minRating === atLeast}
                onChange={() => go(withFilter(query, { minRating: atLeast }))}
                className="size-4.5 shrink-0"
              />
              <span className="flex min-w-0 flex-1 items-center gap-2">
                <Rating average={atLeast} />
                <span>and more</span>
              </span>
              <span className="text-muted tabular-nums">{count}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
