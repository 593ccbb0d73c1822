import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSkuPattern, maxSkuLength, skuOf, uniqueSkus } from './variant-skus.ts';
import {
  combinationKey,
  countCombinations,
  maxVariants,
  missingCombinations,
  variantNameOf,
  type VariantOption,
} from './variants.ts';

function option(name: string, ...values: string[]): VariantOption {
  return { name, values: values.map((value) => ({ id: `${name}:${value}`, value })) };
}

const colour = option('Colour', 'Moss', 'Sand');
const size = option('Size', 'S', 'M');

const anyOptions = fc
  .array(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), { maxLength: 4 })
  .map((lists) => lists.map((values, index) => option(`option ${index}`, ...values)));

describe('missing combinations', () => {
  test('are all of them for a product without variants, the last option fastest', () => {
    expect(missingCombinations([colour, size], []).map(variantNameOf)).toEqual([
      'Moss / S',
      'Moss / M',
      'Sand / S',
      'Sand / M',
    ]);
  });

  test('are one of nothing to choose', () => {
    expect(missingCombinations([], []).map(variantNameOf)).toEqual(['Standard']);
    expect(missingCombinations([], [[]])).toEqual([]);
  });

  test('are those no variant has, in whatever order its values are known', () => {
    expect(missingCombinations([colour, size], [['Size:M', 'Colour:Moss']]).map(variantNameOf)).toEqual([
      'Moss / S',
      'Sand / S',
      'Sand / M',
    ]);
  });

  test('beyond the limit are refused before they are made, and with what is there', () => {
    const many = Array.from({ length: 5 }, (_many, index) =>
      option(`o${index}`, ...Array.from({ length: 200 }, (_value, value) => String(value))),
    );
    expect(() => missingCombinations(many, [])).toThrow('VARIANT_LIMIT_EXCEEDED');
    const whole = [option('n', ...Array.from({ length: maxVariants }, (_n, n) => String(n)))];
    expect(missingCombinations(whole, [])).toHaveLength(maxVariants);
    expect(() => missingCombinations(whole, [['of another kind']])).toThrow('VARIANT_LIMIT_EXCEEDED');
  });

  test('are distinct, and none is left once they are made', () => {
    fc.assert(
      fc.property(anyOptions, fc.func(fc.boolean()), (options, kept) => {
        const all = missingCombinations(options, []).map((each) => each.map(({ id }) => id));
        expect(all).toHaveLength(countCombinations(options));
        expect(new Set(all.map(combinationKey)).size).toBe(all.length);
        const existing = all.filter((ids) => kept(ids));
        const missing = missingCombinations(options, existing).map((each) => each.map(({ id }) => id));
        expect([...existing, ...missing].map(combinationKey).toSorted()).toEqual(
          all.map(combinationKey).toSorted(),
        );
      }),
    );
  });
});

describe('SKUs', () => {
  const source = { pattern: '{product}-{colour}-{SIZE}', slug: 'field-jacket', options: [colour, size] };

  test('follow the pattern', () => {
    const [first] = missingCombinations(source.options, []);
    expect(skuOf(source, first ?? [], 1)).toBe('FIELD-JACKET-MOSS-S');
    expect(skuOf({ ...source, pattern: 'FJ/{n}' }, first ?? [], 7)).toBe('FJ/7');
    expect(defaultSkuPattern([colour, size])).toBe('{product}-{Colour}-{Size}');
    expect(() => skuOf({ ...source, pattern: '{material}' }, first ?? [], 1)).toThrow('INPUT_INVALID');
  });

  test('write a value without Latin letters as its place', () => {
    const options = [option('Scent', '桜', '梅')];
    const names = missingCombinations(options, []).map((each, index) =>
      skuOf({ pattern: '{product}-{scent}', slug: 'candle', options }, each, index + 1),
    );
    expect(names).toEqual(['CANDLE-1', 'CANDLE-2']);
  });

  test('are told apart by a number', () => {
    expect(uniqueSkus(['A', 'A', 'B', 'A'], new Set(['B', 'A-2']))).toEqual(['A', 'A-3', 'B-2', 'A-4']);
  });

  test('are never the same, never taken and never too long', () => {
    const code = fc.string({ minLength: 1, maxLength: maxSkuLength });
    const few = fc.constantFrom('A', 'A-2', 'B', 'x'.repeat(maxSkuLength));
    fc.assert(
      fc.property(fc.array(fc.oneof(code, few)), fc.array(fc.oneof(code, few)), (wanted, taken) => {
        const made = uniqueSkus(wanted, new Set(taken));
        expect(new Set(made).size).toBe(wanted.length);
        expect(made.some((sku) => taken.includes(sku) || sku.length > maxSkuLength)).toBe(false);
      }),
    );
  });
});
