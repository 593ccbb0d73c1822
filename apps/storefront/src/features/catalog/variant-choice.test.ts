import { describe, expect, it } from 'vitest';
import { listChoices, selectVariant } from './variant-choice.ts';

function variant(sku: string, optionValues: string[], available = 5) {
  return { sku, optionValues, available, priceMinor: 1000 };
}

const variants = [
  variant('red-s', ['Red', 'S'], 0),
  variant('red-m', ['Red', 'M']),
  variant('blue-s', ['Blue', 'S']),
  variant('green-l', ['Green', 'L'], 0),
];
const options = [
  { name: 'Colour', values: ['Red', 'Blue', 'Green', 'Black'].map((value) => ({ value, swatch: null })) },
  { name: 'Size', values: ['S', 'M', 'L'].map((value) => ({ value, swatch: null })) },
];

describe('choosing a version', () => {
  it('takes the one asked for, sold out or not', () => {
    expect(selectVariant(variants, 'green-l')?.sku).toBe('green-l');
  });

  it('falls back on the first that can be bought', () => {
    expect(selectVariant(variants, 'gone')?.sku).toBe('red-m');
    expect(selectVariant([variant('a', [], 0)], undefined)?.sku).toBe('a');
    expect(selectVariant([], undefined)).toBeNull();
  });

  it('leads each value to the version nearest to the chosen one', () => {
    const [colour, size] = listChoices(options, variants, variants[1]!);
    expect(colour?.values).toEqual([
      { value: 'Red', swatch: null, sku: 'red-m', chosen: true, available: true },
      { value: 'Blue', swatch: null, sku: 'blue-s', chosen: false, available: true },
      { value: 'Green', swatch: null, sku: 'green-l', chosen: false, available: false },
      { value: 'Black', swatch: null, sku: null, chosen: false, available: false },
    ]);
    expect(size?.values.map((value) => value.sku)).toEqual(['red-s', 'red-m', 'green-l']);
    expect(size?.chosen).toBe('M');
  });
});
