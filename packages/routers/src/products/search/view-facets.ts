import type { Facets, FacetsInput } from '../schemas.ts';
import { countFacets, type FacetCounts, type Selection } from './count-facets.ts';
import type { FacetDefinitions, FacetSource } from './facet-store.ts';
import { choosePriceRanges } from './price-ranges.ts';
import { readRanges } from './ranges.ts';

// Attributes of values are numbered here, beyond all numbers that the database gives.
const firstChoice = 2 ** 32;
const unknownChoice = 2 ** 40;

/** Counts facets from their source and says what they are called. */
export function viewFacets({ packed, definitions }: FacetSource, input: FacetsInput): Facets {
  const counts = countFacets(packed ?? '', selectionOf(definitions, input), attributesOf(definitions));
  const bounds = [...counts.prices.keys()];
  return {
    total: counts.total,
    minPriceMinor: bounds.length === 0 ? null : bounds.reduce((a, b) => Math.min(a, b)),
    maxPriceMinor: bounds.length === 0 ? null : bounds.reduce((a, b) => Math.max(a, b)),
    priceRanges: choosePriceRanges(counts.prices),
    brands: definitions.brands
      .map(({ number, name }) => ({ name, count: counts.brands[number] ?? 0 }))
      .filter(({ name, count }) => count > 0 || input.brands.includes(name)),
    available: counts.available,
    ratings: [4, 3, 2, 1].map((atLeast) => ({ atLeast, count: counts.ratedAtLeast[atLeast - 1] ?? 0 })),
    ranges: definitions.numbers.flatMap(({ number, code, name, unit }) => {
      const found = counts.numbers.get(number);
      return found === undefined ? [] : [{ code, name, unit, ...found }];
    }),
    facets: choicesOf(definitions, counts, input),
  };
}

/** The attribute of each value, by its number. */
function attributesOf({ choices }: FacetDefinitions): number[] {
  const attributes: number[] = [];
  choices.forEach(({ values }, index) => {
    for (const { number } of values) if (number !== null) attributes[number] = firstChoice + index;
  });
  return attributes;
}

/** A value that was chosen stays, even when it counts nothing. */
function choicesOf({ choices }: FacetDefinitions, counts: FacetCounts, input: FacetsInput): Facets['facets'] {
  return choices
    .map(({ code, name, values }) => ({
      code,
      name,
      values: values
        .map((value) => ({
          code: value.code,
          label: value.label,
          count: value.number === null ? 0 : (counts.values[value.number] ?? 0),
        }))
        .filter((value) => value.count > 0 || input.attributes.includes(`${code}:${value.code}`)),
    }))
    .filter(({ values }) => values.length > 0);
}

function selectionOf(definitions: FacetDefinitions, input: FacetsInput): Selection {
  const { minPriceMinor: from, maxPriceMinor: to } = input;
  const chosenBrands = definitions.brands.filter(({ name }) => input.brands.includes(name));
  return {
    attributes: chosenAttributes(definitions, input),
    brands: input.brands.length === 0 ? null : new Set(chosenBrands.map(({ number }) => number)),
    ranges: chosenRanges(definitions, input),
    price:
      from === undefined && to === undefined ? null : { from: from ?? 0, to: to ?? Number.POSITIVE_INFINITY },
    minRating: input.minRating === undefined ? null : input.minRating * 10,
    inStock: input.inStock,
  };
}

function chosenAttributes({ choices }: FacetDefinitions, input: FacetsInput): Map<number, Set<number>> {
  const chosen = Map.groupBy(input.attributes, (attribute) => attribute.slice(0, attribute.indexOf(':')));
  return new Map(
    [...chosen].map(([code, attributes], place) => {
      const index = choices.findIndex((choice) => choice.code === code);
      const values = choices[index]?.values ?? [];
      const wanted = values.filter((value) => attributes.includes(`${code}:${value.code}`));
      const numbers = wanted.flatMap(({ number }) => (number === null ? [] : [number]));
      // What there is not, no product has.
      return [index === -1 ? unknownChoice + place : firstChoice + index, new Set(numbers)];
    }),
  );
}

/** Several ranges of one attribute narrow to what they share. */
function chosenRanges({ numbers }: FacetDefinitions, input: FacetsInput): Selection['ranges'] {
  const chosen = new Map<number, { from: number; to: number }>();
  readRanges(input.ranges).forEach(({ code, from, to }, place) => {
    const attribute = numbers.find((number) => number.code === code)?.number ?? unknownChoice * 2 + place;
    const known = chosen.get(attribute);
    chosen.set(attribute, {
      from: Math.max(from, known?.from ?? Number.NEGATIVE_INFINITY),
      to: Math.min(to, known?.to ?? Number.POSITIVE_INFINITY),
    });
  });
  return chosen;
}
