import { type FacetRecord, readFacetRecords } from './facet-record.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What is chosen, by the numbers that facets have; a filter that is not set is null. */
export interface Selection {
  /** Attribute → its chosen values. */
  readonly attributes: ReadonlyMap<number, ReadonlySet<number>>;
  readonly brands: ReadonlySet<number> | null;
  /** Number attribute → the wanted range. */
  readonly ranges: ReadonlyMap<number, Interval>;
  readonly price: Interval | null;
  /** In tenths of a star. */
  readonly minRating: number | null;
  readonly inStock: boolean;
}

export interface FacetCounts {
  total: number;
  /** Products by the number of a value. */
  readonly values: number[];
  /** Products by the number of a brand. */
  readonly brands: number[];
  /** Lowest and highest of each number attribute. */
  readonly numbers: Map<number, { min: number; max: number }>;
  /** Products by price in minor units. */
  readonly prices: Map<number, number>;
  available: number;
  /** Products rated at least 1, 2, 3 and 4 stars. */
  readonly ratedAtLeast: number[];
}

// What a product misses: one of these, or the attribute or number attribute, whose numbers are above them.
const nothing = 0;
const several = -1;
const missesStock = -2;
const missesPrice = -3;
const missesRating = -4;
const missesBrand = -5;

/**
 * Counts what each choice would leave. A facet's own choice does not narrow its counts: a product that misses one filter
 * alone counts for that facet, one that misses several for none. `attributeOf` tells a value's attribute.
 */
export function countFacets(
  packed: string,
  selection: Selection,
  attributeOf: readonly number[],
): FacetCounts {
  const counts: FacetCounts = {
    total: 0,
    values: [],
    brands: [],
    numbers: new Map(),
    prices: new Map(),
    available: 0,
    ratedAtLeast: [0, 0, 0, 0],
  };
  const isOpen = !narrows(selection);
  readFacetRecords(packed, (record) => {
    const missed = isOpen ? nothing : missedBy(record, selection, attributeOf);
    if (missed !== several) count(counts, record, missed);
    if (missed !== several && missed !== nothing && missed > 0)
      countOne(counts, record, { missed, attributeOf });
  });
  return counts;
}

function narrows({ attributes, brands, ranges, price, minRating, inStock }: Selection): boolean {
  return (
    attributes.size + ranges.size > 0 || brands !== null || price !== null || minRating !== null || inStock
  );
}

function missedBy(
  record: Readonly<FacetRecord>,
  { attributes, brands, ranges, price, minRating, inStock }: Selection,
  attributeOf: readonly number[],
): number {
  let missed = nothing;
  const miss = (filter: number) => {
    missed = missed === nothing ? filter : several;
  };
  if (inStock && !record.isAvailable) miss(missesStock);
  if (price !== null && !isWithin(record.priceMinor, price)) miss(missesPrice);
  if (minRating !== null && record.rating < minRating) miss(missesRating);
  if (brands !== null && !brands.has(record.brand)) miss(missesBrand);
  for (const [attribute, chosen] of attributes) {
    if (!record.values.some((value) => attributeOf[value] === attribute && chosen.has(value)))
      miss(attribute);
  }
  for (const [attribute, wanted] of ranges) {
    const number = record.numbers?.get(attribute);
    if (number === undefined || !isWithin(number, wanted)) miss(attribute);
  }
  return missed;
}

function isWithin(number: number, { from, to }: Interval): boolean {
  return from <= number && number <= to;
}

function count(counts: FacetCounts, record: Readonly<FacetRecord>, missed: number): void {
  const all = missed === nothing;
  if (all) counts.total += 1;
  if (all || missed === missesBrand) increase(counts.brands, record.brand);
  if (all || missed === missesPrice) {
    counts.prices.set(record.priceMinor, (counts.prices.get(record.priceMinor) ?? 0) + 1);
  }
  if (record.isAvailable && (all || missed === missesStock)) counts.available += 1;
  if (all || missed === missesRating) {
    for (let stars = 1; stars <= 4 && record.rating >= stars * 10; stars += 1) {
      increase(counts.ratedAtLeast, stars - 1);
    }
  }
  if (!all) return;
  for (const value of record.values) increase(counts.values, value);
  if (record.numbers !== null) {
    for (const [attribute, number] of record.numbers) widen(counts.numbers, attribute, number);
  }
}

/** Counts a product for the one attribute that it misses. */
function countOne(
  counts: FacetCounts,
  record: Readonly<FacetRecord>,
  { missed, attributeOf }: { missed: number; attributeOf: readonly number[] },
): void {
  for (const value of record.values) {
    if (attributeOf[value] === missed) increase(counts.values, value);
  }
  const number = record.numbers?.get(missed);
  if (number !== undefined) widen(counts.numbers, missed, number);
}

function increase(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function widen(bounds: FacetCounts['numbers'], attribute: number, number: number): void {
  const known = bounds.get(attribute);
  if (known === undefined) {
    bounds.set(attribute, { min: number, max: number });
    return;
  }
  known.min = Math.min(known.min, number);
  known.max = Math.max(known.max, number);
}
