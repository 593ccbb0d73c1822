import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import { type Level, type Movement, movementTitle, noteOf, stockSentence } from './stock.ts';

const level = { locationActive: true, available: 9, onHand: 9, allocated: 0, free: 9, low: false } as Level;

test.each([
  [{ locationActive: false }, 'Not selling'],
  [{ onHand: 0, allocated: 2, available: 3, free: -2 }, 'Backorder'],
  [{ onHand: 2, allocated: 2, available: 0, free: 0 }, 'Out'],
  [{ low: true }, 'Low'],
])('a level with %j is %s', (change, label) => {
  expect(noteOf({ ...level, ...change })?.label).toBe(label);
});

test('a level with enough has nothing to be said', () => {
  expect(noteOf(level)).toBeNull();
});

test('a movement says where from, where to and with what', () => {
  const movement = { reason: 'transferred', quantity: -2, otherLocationName: 'Harbour', orderNumber: null };
  expect(movementTitle(movement as Movement)).toBe('Moved to Harbour');
  expect(movementTitle({ ...movement, quantity: 2 } as Movement)).toBe('Moved from Harbour');
  const sale = { reason: 'sale', quantity: -2, otherLocationName: null, orderNumber: 100_012 };
  expect(movementTitle(sale as Movement)).toBe('Shipped with order #100012');
});

function refused(reason: string, details: object) {
  return TRPCClientError.from({ error: { message: reason, code: -32_000, data: { reason, details } } });
}

test('a refusal names the figures', () => {
  expect(stockSentence(refused('STOCK_CONFLICT', { yours: 5, current: 7 }))).toContain('You saw 5');
  expect(stockSentence(refused('STOCK_INVALID', { onHand: 1, allocated: 4, backorderLimit: 0 }))).toContain(
    '4 are promised',
  );
  expect(stockSentence(refused('STOCK_INVALID', { onHand: -3, allocated: 0, backorderLimit: 0 }))).toContain(
    '3 would be missing',
  );
  expect(stockSentence(refused('PRODUCT_OUT_OF_STOCK', { available: 2 }))).toBe(
    'Only 2 can be promised here.',
  );
  expect(stockSentence(refused('STOCK_LOCATION_NOT_FOUND', {}))).toBe('That stock location does not exist.');
});
