import { ShopError } from './errors.ts';

/** How many variants a product may have. */
export const maxVariants = 1000;

/** A value of an option, as in Moss of Colour. */
export interface OptionValue {
  readonly id: string;
  readonly value: string;
}

/** Something a product is chosen by, with its values in order. */
export interface VariantOption {
  readonly name: string;
  readonly values: readonly OptionValue[];
}

/** One value of each option, in the order of the options. */
export type Combination = readonly OptionValue[];

/** The ids of a variant's option values in any order, as a key to compare by. */
export function combinationKey(valueIds: readonly string[]): string {
  return valueIds.toSorted().join(' ');
}

/** How many combinations the options have; 1, the empty one, without options. */
export function countCombinations(options: readonly VariantOption[]): number {
  return options.reduce((count, { values }) => count * values.length, 1);
}

/**
 * The combinations that no variant has yet, the last option changing fastest. `existing` are the value ids of each
 * variant there is.
 * @throws VARIANT_LIMIT_EXCEEDED with `count` and `limit` when the product would have too many variants
 */
export function missingCombinations(
  options: readonly VariantOption[],
  existing: readonly (readonly string[])[],
): Combination[] {
  const total = countCombinations(options);
  if (total > maxVariants)
    throw new ShopError('VARIANT_LIMIT_EXCEEDED', { count: total, limit: maxVariants });
  const known = new Set(existing.map((valueIds) => combinationKey(valueIds)));
  const missing = combinationsOf(options).filter(
    (combination) => !known.has(combinationKey(combination.map(({ id }) => id))),
  );
  const count = existing.length + missing.length;
  if (count > maxVariants) throw new ShopError('VARIANT_LIMIT_EXCEEDED', { count, limit: maxVariants });
  return missing;
}

function combinationsOf(options: readonly VariantOption[]): Combination[] {
  return options.reduce<Combination[]>(
    (combinations, { values }) =>
      combinations.flatMap((combination) => values.map((value) => [...combination, value])),
    [[]],
  );
}

/** What a variant is called: `Moss / M`; `Standard` when there is nothing to choose. */
export function variantNameOf(combination: Combination): string {
  return combination.map(({ value }) => value).join(' / ') || 'Standard';
}
