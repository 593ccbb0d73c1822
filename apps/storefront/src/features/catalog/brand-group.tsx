'use client';

import { ChevronDown } from 'lucide-react';
import { useListNavigation } from './list-navigation.tsx';
import { withFilter } from './list-query.ts';
import type { Facets } from './queries.ts';

/** Brands, any of which will do. */
export function BrandGroup({ brands }: { brands: Facets['brands'] }) {
  const { query, go } = useListNavigation();
  const chosen = query.filter.brands;
  const shown = brands.filter(({ name, count }) => count > 0 || chosen.includes(name));
  if (shown.length < 2 && chosen.length === 0) return null;

  function toggle(name: string): void {
    const without = chosen.filter((other) => other !== name);
    go(withFilter(query, { brands: without.length === chosen.length ? [...chosen, name] : without }));
  }

  return (
    <details open className="group border-line border-b py-4">
      <summary className="flex items-center justify-between text-sm font-medium">
        Brand
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <fieldset className="pt-3">
        <legend className="sr-only">Brand</legend>
        <ul className={shown.length > 9 ? 'max-h-80 overflow-y-auto' : ''}>
          {shown.map(({ name, count }) => (
            <li key={name}>
              <label className="hover:text-accent flex min-h-9 items-center gap-3 text-sm">
                <input
                  type="checkbox"
                  name="brand"
                  value={name}
                  checked={chosen.includes(name)}
                  onChange={() => toggle(name)}
                  className="size-4.5 shrink-0"
                />
                <span className="min-w-0 flex-1">{name}</span>
                <span className="text-muted tabular-nums">{count}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}
