export interface PlanOptions {
  /** The last word may be the beginning of a longer one although it is a word. */
  readonly isHalfTyped?: boolean;
  /** Of what is found only a share, nobody knows how large, will be shown. */
  readonly isFiltered?: boolean;
}

/** Where to look first in a catalogue that is too large to look at everything. */
export interface NarrowQuery {
  /** The first of the queries for all but descriptions; empty where the catalogue is small. */
  readonly coreQuery: string;
  /** `coreQuery` among the best documents only; empty when few enough have it. */
  readonly tieredQuery: string;
  /** So many found among the best say that there are too many to count. */
  readonly fewestBest: number;
}

const tiers = 8;
const enoughInTier = 200;
const manyMatches = 1200;
/** Of filtered ones more are looked at, so that filters leave enough to say that there are many. */
const enoughToFilter = 2000;
const fewestShown = 64;
const enoughToSuggest = 64;
const fewestSuggested = 12;

/** The smallest tier, of which each is half of the one before, that should hold enough; 0 when all documents must. */
export function tierOf(found: number, least = enoughInTier, many = manyMatches): number {
  if (found < many) return 0;
  return Math.max(0, Math.min(tiers, Math.floor(Math.log2(found / least))));
}

export function inTier(query: string, tier: number): string {
  return tier === 0 ? query : `(${query} & 'tier.${tier}')`;
}

/** The narrower forms of a query that about `expected` documents meet. */
export function narrowQuery(
  query: string,
  expected: number,
  { isFiltered = false, isHalfTyped = false }: PlanOptions,
): NarrowQuery {
  const tier = isHalfTyped
    ? tierOf(expected, enoughToSuggest, 2 * enoughToSuggest)
    : tierOf(expected, isFiltered ? enoughToFilter : enoughInTier);
  const fewest = isHalfTyped ? fewestSuggested : fewestShown;
  return {
    coreQuery: expected === 0 ? '' : query,
    tieredQuery: tier === 0 || query === '' ? '' : inTier(query, tier),
    fewestBest: isFiltered ? Math.max(fewest, Math.ceil(manyMatches / 2 ** tier)) : fewest,
  };
}
