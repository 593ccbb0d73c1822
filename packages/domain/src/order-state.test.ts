import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fulfilmentStateOf, nextOrderState, orderTransitions, terminalOrderStates } from './order-state.ts';

test('an order moves along these edges and no others', () => {
  expect([...new Set(orderTransitions.map((edge) => `${edge.from} → ${edge.to}`))].toSorted()).toEqual([
    'confirmed → cancelled',
    'confirmed → shipped',
    'expired → confirmed',
    'pending → cancelled',
    'pending → confirmed',
    'pending → expired',
    'shipped → confirmed',
    'shipped → delivered',
  ]);
});

test('a parcel that was entered by mistake takes a shipped order back', () => {
  expect(nextOrderState('shipped', 'unshipped')).toBe('confirmed');
});

test('delivered and cancelled orders are final; an expired one may still be paid', () => {
  expect(terminalOrderStates).toEqual(['delivered', 'cancelled']);
  expect(nextOrderState('expired', 'paid')).toBe('confirmed');
});

test('a refusal says what was tried', () => {
  expect(() => nextOrderState('shipped', 'cancelled')).toThrow(
    expect.objectContaining({
      code: 'ORDER_TRANSITION_REFUSED',
      details: { from: 'shipped', event: 'cancelled' },
    }),
  );
});

describe('fulfilmentStateOf', () => {
  const units = fc.nat({ max: 20 });
  const line = fc.tuple(units, units).map(([fulfilledQuantity, open]) => ({
    quantity: fulfilledQuantity + open,
    fulfilledQuantity,
  }));

  test('follows the units sent of all units', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const sent = lines.reduce((sum, { fulfilledQuantity }) => sum + fulfilledQuantity, 0);
        const all = lines.reduce((sum, { quantity }) => sum + quantity, 0);
        const whole = sent === all ? 'fulfilled' : 'partially_fulfilled';
        expect(fulfilmentStateOf(lines)).toBe(sent === 0 ? 'unfulfilled' : whole);
      }),
    );
  });

  test('does not wait for cancelled units', () => {
    expect(fulfilmentStateOf([{ quantity: 3, fulfilledQuantity: 2, cancelledQuantity: 1 }])).toBe(
      'fulfilled',
    );
    expect(fulfilmentStateOf([{ quantity: 3, fulfilledQuantity: 1, cancelledQuantity: 1 }])).toBe(
      'partially_fulfilled',
    );
    expect(fulfilmentStateOf([{ quantity: 1, fulfilledQuantity: 0, cancelledQuantity: 1 }])).toBe(
      'unfulfilled',
    );
    expect(() => fulfilmentStateOf([{ quantity: 2, fulfilledQuantity: 2, cancelledQuantity: 1 }])).toThrow(
      'INPUT_INVALID',
    );
  });

  test.each([
    { quantity: 1, fulfilledQuantity: 2 },
    { quantity: 1, fulfilledQuantity: -1 },
    { quantity: 1, fulfilledQuantity: 0.5 },
    { quantity: Number.NaN, fulfilledQuantity: 0 },
  ])('refuses $fulfilledQuantity of $quantity', (broken) => {
    expect(() => fulfilmentStateOf([broken])).toThrow('INPUT_INVALID');
  });
});
