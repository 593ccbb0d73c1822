import { describe, expect, it } from 'vitest';
import { readAmount, readBlock, readCount, readFlag } from './cell-values.ts';
import {
  cellText,
  columnsFor,
  type Drafts,
  edited,
  pasted,
  type StaffVariant,
  toVariantChanges,
} from './variant-grid-state.ts';

function variant(id: string, difference: Partial<StaffVariant> = {}): StaffVariant {
  return {
    id,
    sku: `SKU-${id}`,
    barcode: null,
    name: id,
    position: 0,
    weightGrams: 100,
    active: true,
    lowStockThreshold: 5,
    mediaId: null,
    optionValueIds: [],
    prices: [{ currency: 'USD', amountMinor: 1250, compareAtMinor: null }],
    onHand: 0,
    allocated: 0,
    ...difference,
  };
}

const [one, two] = [variant('one'), variant('two')];
const none: Drafts = new Map();

describe('cells', () => {
  it.each([
    ['12.50', 1250],
    ['$1,299.5', 129_950],
    ['12,50', 1250],
    [' 7 ', 700],
    ['0', 0],
    ['USD 12', 1200],
    ['-1', 'invalid'],
    ['1.234', 'invalid'],
    ['twelve', 'invalid'],
  ])('%j as an amount is %j', (text, amount) => {
    expect(readAmount(text, 'USD')).toBe(amount);
  });

  it('are counts and flags as people write them', () => {
    expect(['12', '1,200', '', '1.5', '-3'].map(readCount)).toEqual([12, 1200, null, null, null]);
    expect(['Yes', 'TRUE', '0', '', 'maybe'].map(readFlag)).toEqual([true, true, false, false, null]);
  });

  it('come from a spreadsheet as a block', () => {
    expect(readBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(readBlock('one\n\nthree')).toEqual([['one'], [''], ['three']]);
    expect(readBlock('"5"" pot"\t"two\nlines"\n')).toEqual([['5" pot', 'two\nlines']]);
    expect(readBlock('a\t')).toEqual([['a', '']]);
    expect(readBlock('5" pot\tb')).toEqual([['5" pot', 'b']]);
  });
});

describe('drafts', () => {
  it('hold only what differs', () => {
    const typed = edited(none, [{ variant: one, column: 'sku', text: 'NEW' }]);
    expect(cellText(typed, one, 'sku')).toBe('NEW');
    expect(cellText(typed, two, 'sku')).toBe('SKU-two');
    expect(edited(typed, [{ variant: one, column: 'sku', text: 'SKU-one' }]).size).toBe(0);
  });

  it('take a block from the cell it is pasted into, cut at the edges', () => {
    const grid = { variants: [one, two], columns: columnsFor('USD') };
    const edits = pasted(grid, { row: 1, column: 'lowStockThreshold' }, [
      ['9', 'No', 'over'],
      ['below', 'the', 'last'],
    ]);
    expect(edits.map(({ variant: { id }, column, text }) => [id, column, text])).toEqual([
      ['two', 'lowStockThreshold', '9'],
      ['two', 'active', 'no'],
    ]);
  });

  it('become one change of each variant', () => {
    const drafts = edited(none, [
      { variant: one, column: 'price:USD', text: '15' },
      { variant: one, column: 'compareAt:USD', text: '20' },
      { variant: one, column: 'price:EUR', text: '14' },
      { variant: two, column: 'price:USD', text: '' },
      { variant: two, column: 'barcode', text: ' 400 ' },
      { variant: two, column: 'active', text: 'no' },
      { variant: two, column: 'lowStockThreshold', text: '' },
    ]);
    expect(toVariantChanges([one, two], drafts)).toEqual({
      changes: [
        {
          id: 'one',
          prices: [
            { currency: 'USD', amountMinor: 1500, compareAtMinor: 2000 },
            { currency: 'EUR', amountMinor: 1400, compareAtMinor: null },
          ],
        },
        {
          id: 'two',
          barcode: '400',
          active: false,
          lowStockThreshold: null,
          prices: [{ currency: 'USD', amountMinor: null }],
        },
      ],
      errors: new Map(),
    });
  });

  it('say what is wrong, where it is', () => {
    const drafts = edited(none, [
      { variant: one, column: 'sku', text: ' ' },
      { variant: one, column: 'compareAt:USD', text: '12' },
      { variant: two, column: 'weightGrams', text: 'heavy' },
      { variant: two, column: 'compareAt:EUR', text: '12' },
    ]);
    const { errors } = toVariantChanges([one, two], drafts);
    expect(errors.get('one')).toEqual({ sku: 'A variant needs a SKU', 'compareAt:USD': 'Above the price' });
    expect(errors.get('two')).toEqual({
      weightGrams: 'A whole number of grams',
      'compareAt:EUR': 'Only beside a price',
    });
  });
});
