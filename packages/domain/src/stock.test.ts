import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShopError } from './errors.ts';
import {
  adjustStock,
  allocateStock,
  available,
  availableNow,
  limitBackorders,
  releaseStock,
  shipStock,
  type StockLevel,
} from './stock.ts';

const operations = { allocate: allocateStock, release: releaseStock, ship: shipStock };
const units = fc.integer({ min: 1, max: 30 });
const step = fc.oneof(
  fc.record({ name: fc.constantFrom('allocate', 'release', 'ship'), quantity: units }),
  fc.record({ name: fc.constant('adjust'), quantity: fc.integer({ min: -30, max: 30 }) }),
  fc.record({ name: fc.constant('limit'), quantity: fc.nat({ max: 20 }) }),
);
type Step = { name: 'allocate' | 'release' | 'ship' | 'adjust' | 'limit'; quantity: number };

function fits(level: StockLevel, { name, quantity }: Step): boolean {
  const { onHand, allocated, backorderLimit } = level;
  switch (name) {
    case 'allocate':
      return quantity <= available(level);
    case 'release':
      return quantity <= allocated;
    case 'ship':
      return quantity <= Math.min(allocated, onHand);
    case 'adjust':
      return onHand + quantity >= Math.max(0, allocated - backorderLimit);
    case 'limit':
      return allocated <= onHand + quantity;
  }
}

function apply(level: StockLevel, { name, quantity }: Step): StockLevel {
  if (name === 'adjust') return adjustStock(level, quantity);
  if (name === 'limit') return limitBackorders(level, quantity);
  return operations[name](level, quantity);
}

test('units are conserved and bounded under any operations', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 60 }),
      fc.nat({ max: 20 }),
      fc.array(step, { maxLength: 40 }),
      (initial, limit, steps) => {
        let level: StockLevel = { onHand: initial, allocated: 0, backorderLimit: limit };
        const moved = { allocate: 0, release: 0, ship: 0, adjust: 0, limit: 0 };
        for (const wanted of steps) {
          const next = attempt(() => apply(level, wanted));
          expect(next !== null).toBe(fits(level, wanted));
          if (next === null) continue;
          level = next;
          moved[wanted.name] += wanted.quantity;
          expect(level.onHand + moved.ship).toBe(initial + moved.adjust);
          expect(level.allocated).toBe(moved.allocate - moved.release - moved.ship);
          expect(level.onHand >= 0 && level.allocated >= 0).toBe(true);
          expect(level.allocated <= level.onHand + level.backorderLimit).toBe(true);
          expect(availableNow(level)).toBeLessThanOrEqual(available(level));
        }
      },
    ),
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
  const level = { onHand: 5, allocated: 3, backorderLimit: 0 };

  test('say what is available when stock runs out', () => {
    expect(() => allocateStock(level, 3)).toThrow(
      expect.objectContaining({ code: 'PRODUCT_OUT_OF_STOCK', details: { requested: 3, available: 2 } }),
    );
  });

  test('cover releasing and shipping more than is allocated', () => {
    expect(() => releaseStock(level, 4)).toThrow('STOCK_INVALID');
    expect(() => shipStock(level, 4)).toThrow('STOCK_INVALID');
  });

  test('say what is on the shelf when a backorder is to ship before it came', () => {
    expect(() => shipStock({ onHand: 1, allocated: 3, backorderLimit: 4 }, 2)).toThrow(
      expect.objectContaining({ code: 'STOCK_INVALID', details: { requested: 2, onHand: 1 } }),
    );
  });

  test('give the figures of what a count or a limit would leave', () => {
    const figures = { onHand: 2, allocated: 3, backorderLimit: 0 };
    expect(() => adjustStock(level, -3)).toThrow(
      expect.objectContaining({ code: 'STOCK_INVALID', details: figures }),
    );
    expect(() => limitBackorders({ ...figures, backorderLimit: 1 }, 0)).toThrow('STOCK_INVALID');
  });

  test.each([0, -1, 1.5, Number.NaN])('cover a quantity of %s', (quantity) => {
    for (const change of Object.values(operations))
      expect(() => change(level, quantity)).toThrow('INPUT_INVALID');
  });

  test.each([-1, 1.5, Number.NaN])('cover a limit of %s', (limit) => {
    expect(() => limitBackorders(level, limit)).toThrow('INPUT_INVALID');
  });

  test.each([
    { onHand: 1, allocated: 2, backorderLimit: 0 },
    { onHand: -1, allocated: -1, backorderLimit: 0 },
    { onHand: 1.5, allocated: 1, backorderLimit: 0 },
    { onHand: 1, allocated: 4, backorderLimit: 2 },
    { onHand: 1, allocated: 0, backorderLimit: -1 },
  ])('cover a broken level of $allocated in $onHand with $backorderLimit beyond', (broken) => {
    expect(() => available(broken)).toThrow('STOCK_INVALID');
    expect(() => adjustStock(broken, 0)).toThrow('STOCK_INVALID');
    for (const change of Object.values(operations)) expect(() => change(broken, 1)).toThrow('STOCK_INVALID');
  });
});

test('what is promised beyond the shelf is available, but not now', () => {
  expect(available({ onHand: 2, allocated: 1, backorderLimit: 5 })).toBe(6);
  expect(availableNow({ onHand: 2, allocated: 1, backorderLimit: 5 })).toBe(1);
  expect(availableNow({ onHand: 2, allocated: 4, backorderLimit: 5 })).toBe(0);
});

test('the level given is left as it was', () => {
  const level = Object.freeze({ onHand: 5, allocated: 3, backorderLimit: 0 });
  expect(shipStock(level, 2)).toEqual({ onHand: 3, allocated: 1, backorderLimit: 0 });
  expect(adjustStock(level, 2)).toEqual({ onHand: 7, allocated: 3, backorderLimit: 0 });
  expect(level).toEqual({ onHand: 5, allocated: 3, backorderLimit: 0 });
});
