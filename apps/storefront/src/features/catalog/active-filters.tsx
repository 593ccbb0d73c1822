import type { Currency } from '@turing/domain';
import { X } from 'lucide-react';
import { PendingLink } from '@/components/pending-link.tsx';
import { countFilters, toQueryString, toShortMajor, withFilter, type ListQuery } from './list-query.ts';
import type { Facets } from './queries.ts';

export interface ActiveFiltersProps {
  path: string;
  query: ListQuery;
  facets: Facets;
  currency: Currency;
}

/** What narrows the list, each with a way to take it off. */
export function ActiveFilters({ path, query, facets, currency }: ActiveFiltersProps) {
  if (countFilters(query) === 0) return null;
  const href = (next: ListQuery) => `${path}${toQueryString(next, currency)}`;
  const { attributes, minPriceMinor, maxPriceMinor, inStock, brands, ranges, minRating } = query.filter;
  const priced = minPriceMinor !== undefined || maxPriceMinor !== undefined;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-2">
      {attributes.map((code) => (
        <Chip
          key={code}
          label={labelOf(code, facets)}
          href={href(withFilter(query, { attributes: attributes.filter((other) => other !== code) }))}
        />
      ))}
      {priced && (
        <Chip
          label={priceLabel(query, currency)}
          href={href(withFilter(query, { minPriceMinor: undefined, maxPriceMinor: undefined }))}
        />
      )}
      {brands.map((name) => (
        <Chip
          key={name}
          label={name}
          href={href(withFilter(query, { brands: brands.filter((other) => other !== name) }))}
        />
      ))}
      {ranges.map((range) => (
        <Chip
          key={range}
          label={rangeLabel(range, facets)}
          href={href(withFilter(query, { ranges: ranges.filter((other) => other !== range) }))}
        />
      ))}
      {minRating !== undefined && (
        <Chip
          label={minRating === 5 ? '5 stars' : `${minRating} stars and more`}
          href={href(withFilter(query, { minRating: undefined }))}
        />
      )}
      {inStock && <Chip label="In stock" href={href(withFilter(query, { inStock: false }))} />}
      <li>
        <PendingLink
          href={href(clearFilters(query))}
          className="text-muted hover:text-ink px-2 py-1.5 text-sm underline underline-offset-4"
        >
          Clear all
        </PendingLink>
      </li>
    </ul>
  );
}

/** The list with every filter taken off; what was searched for stays. */
export function clearFilters(query: ListQuery): ListQuery {
  return withFilter(query, {
    attributes: [],
    minPriceMinor: undefined,
    maxPriceMinor: undefined,
    inStock: false,
    brands: [],
    ranges: [],
    minRating: undefined,
  });
}

function Chip({ label, href }: { label: string; href: string }) {
  return (
    <li>
      <PendingLink
        href={href}
        scroll={false}
        aria-label={`Remove filter: ${label}`}
        className="bg-sunken hover:bg-line inline-flex items-center gap-1.5 rounded-full py-1.5 pr-2.5 pl-3.5 text-sm transition-colors"
      >
        {label}
        <X aria-hidden="true" className="size-3.5" />
      </PendingLink>
    </li>
  );
}

function labelOf(code: string, { facets }: Facets): string {
  const [attribute, value] = code.split(':');
  const facet = facets.find((candidate) => candidate.code === attribute);
  return facet?.values.find((candidate) => candidate.code === value)?.label ?? value ?? code;
}

function rangeLabel(range: string, { ranges }: Facets): string {
  const [code = '', ends = ''] = range.split(':');
  const [from = '', to = ''] = ends.split('..');
  const facet = ranges.find((candidate) => candidate.code === code);
  const unit = facet?.unit == null ? '' : ` ${facet.unit}`;
  const name = facet?.name ?? code;
  if (from === '') return `${name} up to ${to}${unit}`;
  return to === '' ? `${name} from ${from}${unit}` : `${name} ${from} to ${to}${unit}`;
}

function priceLabel({ filter }: ListQuery, currency: Currency): string {
  const text = (amount: number) => `${toShortMajor(amount, currency)} ${currency}`;
  if (filter.minPriceMinor === undefined) return `Up to ${text(filter.maxPriceMinor ?? 0)}`;
  if (filter.maxPriceMinor === undefined) return `From ${text(filter.minPriceMinor)}`;
  return `${toShortMajor(filter.minPriceMinor, currency)} to ${text(filter.maxPriceMinor)}`;
}
