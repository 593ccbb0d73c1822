import { describe, expect, it } from 'vitest';
import type { StaffVariant } from './variant-grid-state.ts';
import { inOrder, placed, positionChanges, stepped } from './variant-order.ts';

const variants = ['a', 'b', 'c', 'd', 'e'].map((id, index): StaffVariant => ({
  id,
  sku: id,
  barcode: null,
  name: id,
  // With a gap, as after a variant was removed.
  position: index < 2 ? index : index + 1,
  weightGrams: 0,
  active: true,
  lowStockThreshold: null,
  mediaId: null,
  optionValueIds: [],
  prices: [],
  onHand: 0,
  allocated: 0,
}));

const only = (...ids: string[]) => new Set(ids);

describe('the order of variants', () => {
  it('is the saved one until one is moved; what it does not know comes last', () => {
    expect(inOrder(variants, null)).toBe(variants);
    expect(inOrder(variants, ['c', 'a', 'gone']).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd', 'e']);
  });

  it('takes the chosen ones together to a place', () => {
    expect(placed(variants, only('d', 'b'), 0)).toEqual(['b', 'd', 'a', 'c', 'e']);
    expect(placed(variants, only('a'), 2)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(placed(variants, only('a', 'b'), 99)).toEqual(['c', 'd', 'e', 'a', 'b']);
  });

  it('moves them by one, and at the edge keeps their order', () => {
    expect(stepped(variants, only('b', 'c'), -1)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(stepped(variants, only('b', 'd'), 1)).toEqual(['a', 'c', 'b', 'e', 'd']);
    expect(stepped(variants, only('a', 'b'), -1)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is saved with the positions there were, of those that moved only', () => {
    expect(positionChanges(variants, null).size).toBe(0);
    expect([...positionChanges(variants, ['a', 'c', 'b', 'd', 'e'])]).toEqual([
      ['c', { position: 1 }],
      ['b', { position: 3 }],
    ]);
  });

  it('of a thousand is dealt out at once', () => {
    const [first] = variants;
    const many = Array.from({ length: 1000 }, (_each, index) => ({
      ...first!,
      id: `v${index}`,
      position: index,
    }));
    const changes = positionChanges(many, placed(many, only('v999'), 0));
    expect(changes.size).toBe(1000);
    expect(changes.get('v999')).toEqual({ position: 0 });
  });
});
