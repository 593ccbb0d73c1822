import { describe, expect, it } from 'vitest';
import { stockOf } from './product.ts';

describe('stockOf', () => {
  it.each([
    [
      { onHand: 10, allocated: 10, variantCount: 1 },
      { free: 0, health: 'none' },
    ],
    [
      { onHand: 10, allocated: 5, variantCount: 1 },
      { free: 5, health: 'low' },
    ],
    [
      { onHand: 11, allocated: 5, variantCount: 1 },
      { free: 6, health: 'good' },
    ],
    [
      { onHand: 20, allocated: 0, variantCount: 4 },
      { free: 20, health: 'low' },
    ],
    [
      { onHand: 3, allocated: 0, variantCount: 0 },
      { free: 3, health: 'low' },
    ],
  ] as const)('judges %j', (product, stock) => {
    expect(stockOf(product)).toEqual(stock);
  });
});
