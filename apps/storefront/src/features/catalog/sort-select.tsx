'use client';

import { PillSelect } from '@/components/pill-select.tsx';
import { useListNavigation } from './list-navigation.tsx';
import { sorts, withFilter, type Sort } from './list-query.ts';

/** A form of its own, so that it also works where choices do not take effect at once. */
export function SortSelect({ path, searching }: { path: string; searching: boolean }) {
  const { query, go } = useListNavigation();
  const options = searching ? { relevance: 'Best match', ...sorts } : sorts;
  const chosen = query.filter.sort ?? (searching ? 'relevance' : 'featured');
  return (
    <form method="get" action={path} className="flex items-center gap-2 text-sm">
      {query.text !== '' && <input type="hidden" name="q" value={query.text} />}
      {query.filter.attributes.map((code) => (
        <input key={code} type="hidden" name="f" value={code} />
      ))}
      <label htmlFor="sort" className="text-muted">
        Sort by
      </label>
      <PillSelect
        id="sort"
        name="sort"
        value={chosen}
        onChange={(event) => go(withFilter(query, { sort: event.currentTarget.value as Sort }))}
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
