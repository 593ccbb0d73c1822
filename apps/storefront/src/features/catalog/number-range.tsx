'use client';

import { useListNavigation } from './list-navigation.tsx';
import type { Facets } from './queries.ts';

const box = 'border-edge bg-surface h-10 w-full min-w-0 rounded-md border px-3 text-base sm:text-sm';

/** From and to of a number that products have; applied with the form. */
export function NumberRange({ range }: { range: Facets['ranges'][number] }) {
  const { query } = useListNavigation();
  const given = query.filter.ranges.find((each) => each.startsWith(`${range.code}:`));
  const [from = '', to = ''] = (given?.slice(range.code.length + 1) ?? '').split('..');
  const label = range.unit === null ? range.name : `${range.name}, ${range.unit}`;
  return (
    <fieldset className="border-line border-b py-4">
      <legend className="float-left w-full pb-3 text-sm font-medium">{label}</legend>
      <div className="clear-both flex items-center gap-2">
        <input
          key={`from-${from}`}
          name={`from:${range.code}`}
          inputMode="decimal"
          aria-label={`Lowest: ${label}`}
          placeholder={String(range.min)}
          defaultValue={from}
          className={box}
        />
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <input
          key={`to-${to}`}
          name={`to:${range.code}`}
          inputMode="decimal"
          aria-label={`Highest: ${label}`}
          placeholder={String(range.max)}
          defaultValue={to}
          className={box}
        />
        <button
          type="submit"
          aria-label={`Go: apply ${range.name}`}
          className="border-edge bg-surface hover:bg-sunken h-10 rounded-md border px-3 text-sm font-medium"
        >
          Go
        </button>
      </div>
    </fieldset>
  );
}
