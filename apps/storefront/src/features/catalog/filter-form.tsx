'use client';

import type { Currency } from '@turing/domain';
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Button, buttonStyle } from '@/components/button.tsx';
import { formatCount } from '@/lib/format.ts';
import { BrandGroup } from './brand-group.tsx';
import { FacetGroup } from './facet-group.tsx';
import { useListNavigation } from './list-navigation.tsx';
import { countFilters, readListQuery, withFilter } from './list-query.ts';
import { NumberRange } from './number-range.tsx';
import { PriceRange } from './price-range.tsx';
import type { Facets } from './queries.ts';
import { RatingGroup } from './rating-group.tsx';

export interface FilterFormProps {
  path: string;
  facets: Facets;
  currency: Currency;
}

/** A plain GET form; with JavaScript every choice takes effect at once. */
export function FilterForm({ path, facets, currency }: FilterFormProps) {
  const { query, go } = useListNavigation();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const count = countFilters(query);
  const { attributes, inStock } = query.filter;

  function toggle(code: string): void {
    const without = attributes.filter((attribute) => attribute !== code);
    const next = without.length === attributes.length ? [...attributes, code] : without;
    go(withFilter(query, { attributes: next }));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => data.getAll(name).map(String);
    const read = readListQuery(
      Object.fromEntries([...new Set(data.keys())].map((name) => [name, text(name)])),
      currency,
    );
    go({ ...read, text: query.text, filter: { ...read.filter, sort: query.filter.sort } });
  }

  return (
    <form method="get" action={path} onSubmit={submit} aria-label="Filters">
      {query.text !== '' && <input type="hidden" name="q" value={query.text} />}
      {query.filter.sort !== undefined && <input type="hidden" name="sort" value={query.filter.sort} />}
      <button
        type="button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
        className={buttonStyle('secondary', 'noscript:hidden w-full lg:hidden')}
      >
        <SlidersHorizontal aria-hidden="true" className="size-4" />
        {count === 0 ? 'Filters' : `Filters (${count})`}
      </button>
      <div id={panel} className={`${open ? 'block' : 'noscript:block hidden'} pt-4 lg:block lg:pt-0`}>
        <label className="border-line flex min-h-11 items-center gap-3 border-b py-4 text-sm lg:pt-0">
          <input
            type="checkbox"
            name="stock"
            value="1"
            checked={inStock}
            onChange={() => go(withFilter(query, { inStock: !inStock }))}
            className="size-4.5"
          />
          In stock only
        </label>
        <PriceRange facets={facets} currency={currency} />
        <RatingGroup ratings={facets.ratings} />
        <BrandGroup brands={facets.brands} />
        {facets.ranges.map((range) => (
          <NumberRange key={range.code} range={range} />
        ))}
        {facets.facets.map((facet, index) => (
          <FacetGroup key={facet.code} facet={facet} chosen={attributes} open={index < 3} onToggle={toggle} />
        ))}
        <Button className="noscript:inline-flex mt-4 hidden w-full">Apply filters</Button>
        <Button
          type="button"
          onClick={() => setOpen(false)}
          className="noscript:hidden sticky bottom-4 mt-4 w-full lg:hidden"
        >
          Show {formatCount(facets.total, 'product')}
        </Button>
      </div>
    </form>
  );
}
