'use client';

import { PillSelect } from '@/components/pill-select.tsx';
import { useListNavigation } from './list-navigation.tsx';
import { sorts, withFilter, type Sort } from './list-query.ts';

export type OwnSort = Sort | 'manual';

export interface SortSelectProps {
  path: string;
  searching: boolean;
  /** The order before another is chosen. */
  ownSort?: OwnSort | undefined;
}

/** A form of its own, so that it also works where choices do not take effect at once. */
export function SortSelect({ path, searching, ownSort = 'featured' }: SortSelectProps) {
  const { query, go } = useListNavigation();
  const options = {
    ...(searching ? { relevance: 'Best match' } : {}),
    ...(ownSort === 'manual' ? { manual: 'Our order' } : {}),
    ...sorts,
  };
  const chosen = query.filter.sort ?? (searching ? 'relevance' : ownSort);
  return (
    <form method="get" action={path} className="flex items-center gap-2 text-sm">
      {query.text !== '' && <input type="hidden" name="q" value={query.text} />}
      {query.filter.attributes.map((code) => (
        <input key={code} type="hidden" name="f" value={code} />
      ))}
      {query.filter.brands.map((name) => (
        <input key={name} type="hidden" name="brand" value={name} />
      ))}
      <label htmlFor="sort" className="text-muted">
        Sort by
      </label>
      <PillSelect
        id="sort"
        name="sort"
        value={chosen}
        onChange={(event) => go(withFilter(query, { sort: sortOf(event.currentTarget.value) }))}
      >
        {Object.entries(options).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </PillSelect>
      <button type="submit" className="noscript:inline hidden underline">
        Sort
      </button>
    </form>
  );
}

/** The order of a collection is that of an address without one. */
function sortOf(code: string): Sort | undefined {
  return code in sorts ? (code as Sort) : undefined;
}
