import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShopError } from './errors.ts';
import { allocateStock, available, releaseStock, shipStock, type StockLevel } from './stock.ts';

const operations = { allocate: allocateStock, release: releaseStock, ship: shipStock };
const operation = fc.tuple(fc.constantFrom('allocate', 'release', 'ship'), fc.integer({ min: 1, max: 30 }));

test('units are conserved and bounded under any operations', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.array(operation, { maxLength: 40 }), (initial, steps) => {
      let level: StockLevel = { onHand: initial, allocated: 0 };
      const moved = { allocate: 0, release: 0, ship: 0 };
      for (const [name, quantity] of steps) {
        const fits = quantity <= (name === 'allocate' ? available(level) : level.allocated);
        const next = attempt(() => operations[name](level, quantity));
        expect(next !== null).toBe(fits);
        if (next === null) continue;
        level = next;
        moved[name] += quantity;
        expect(level.onHand + moved.ship).toBe(initial);
        expect(level.allocated).toBe(moved.allocate - moved.release - moved.ship);
        expect(level.allocated >= 0 && level.allocated <= level.onHand).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

function attempt(change: () => StockLevel): StockLevel | null {
  try {
    return change();
  } catch (error) {
    if (isShopError(error) && error.kind === 'refused') return null;
    throw error;
  }
}

describe('refusals', () => {
  const level = { onHand: 5, allocated: 3 };

  test('say what is available when stock runs out', () => {
    expect(() => allocateStock(level, 3)).toThrow(
      expect.objectContaining({ code: 'PRODUCT_OUT_OF_STOCK', details: { requested: 3, available: 2 } }),
    );
  });

  test('cover releasing and shipping more than is allocated', () => {
    expect(() => releaseStock(level, 4)).toThrow('STOCK_INVALID');
    expect(() => shipStock(level, 4)).toThrow('STOCK_INVALID');
  });

  test.each([0, -1, 1.5, Number.NaN])('cover a quantity of %s', (quantity) => {
    for (const change of Object.values(operations))
      expect(() => change(level, quantity)).toThrow('INPUT_INVALID');
  });

  test.each([
    { onHand: 1, allocated: 2 },
    { onHand: -1, allocated: -1 },
    { onHand: 1.5, allocated: 1 },
  ])('cover a broken level of $allocated in $onHand', (broken) => {
    expect(() => available(broken)).toThrow('STOCK_INVALID');
    for (const change of Object.values(operations)) expect(() => change(broken, 1)).toThrow('STOCK_INVALID');
  });
});

test('the level given is left as it was', () => {
  const level = Object.freeze({ onHand: 5, allocated: 3 });
  expect(shipStock(level, 2)).toEqual({ onHand: 3, allocated: 1 });
  expect(level).toEqual({ onHand: 5, allocated: 3 });
});
