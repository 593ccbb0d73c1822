import { expect, test } from 'vitest';
import { exportUrl, isUnderWay, mayImport, progressOf } from './transfer.ts';

test('an export names what it is narrowed by', () => {
  expect(exportUrl({ kind: 'stock', status: null, category: 'mugs', collection: null })).toBe(
    '/api/transfers/export?kind=stock&category=mugs',
  );
});

test('progress is of the bytes of the file', () => {
  expect(progressOf({ bytesDone: 1, bytesTotal: 3 })).toBe(33);
  expect(progressOf({ bytesDone: 0, bytesTotal: 0 })).toBe(0);
});

test('a run is under way until it ends', () => {
  expect(
    ['queued', 'running', 'finished', 'failed', 'cancelled'].filter((status) =>
      isUnderWay({ status: status as 'queued' }),
    ),
  ).toEqual(['queued', 'running']);
});

test('who counts stock imports stock only', () => {
  expect([mayImport(['stock:write'], 'stock'), mayImport(['stock:write'], 'products')]).toEqual([
    true,
    false,
  ]);
});
