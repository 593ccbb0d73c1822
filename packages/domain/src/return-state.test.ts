import { describe, expect, test } from 'vitest';
import {
  canReturn,
  nextReturnState,
  returnableQuantity,
  returnTransitions,
  returnWindowEnd,
  terminalReturnStates,
} from './return-state.ts';

test('a return moves along these edges and no others', () => {
  expect(returnTransitions.map((edge) => `${edge.from} → ${edge.to}`).toSorted()).toEqual([
    'approved → cancelled',
    'approved → in_transit',
    'approved → received',
    'in_transit → received',
    'inspected → closed',
    'received → inspected',
    'requested → approved',
    'requested → cancelled',
    'requested → rejected',
  ]);
  expect(terminalReturnStates).toEqual(['closed', 'rejected', 'cancelled']);
});

test('a refusal says what was tried', () => {
  expect(canReturn('received', 'cancelled')).toBe(false);
  expect(() => nextReturnState('received', 'cancelled')).toThrow(
    expect.objectContaining({
      code: 'RETURN_TRANSITION_REFUSED',
      details: { from: 'received', event: 'cancelled' },
    }),
  );
});

test('what comes back was shipped and is in no other return', () => {
  expect(returnableQuantity({ fulfilledQuantity: 3, returnedQuantity: 1 })).toBe(2);
  expect(returnableQuantity({ fulfilledQuantity: 1, returnedQuantity: 2 })).toBe(0);
});

describe('returnWindowEnd', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));

  test('counts from the arrival, else from the last parcel', () => {
    expect(returnWindowEnd({ deliveredAt: at(3), lastShippedAt: at(1) }, 10)).toEqual(at(13));
    expect(returnWindowEnd({ deliveredAt: null, lastShippedAt: at(1) }, 10)).toEqual(at(11));
    expect(returnWindowEnd({ deliveredAt: null, lastShippedAt: null }, 10)).toBeNull();
  });
});
