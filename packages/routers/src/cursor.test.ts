import { expect, test } from 'vitest';
import { decodeTimeCursor, encodeTimeCursor, pageOf } from './cursor.ts';

const id = '0193afe0-c57a-744a-a3e6-02fc7efa3b83';
const time = new Date('2026-03-04T05:06:07.890Z');

test('a cursor says where the page ended', () => {
  expect(decodeTimeCursor(encodeTimeCursor({ time, id }))).toEqual({ time, id });
});

test.each([
  '',
  'nonsense',
  Buffer.from('{}').toString('base64url'),
  Buffer.from('["2026",1]').toString('base64url'),
])('a cursor made elsewhere (%j) is refused', (cursor) => {
  expect(() => decodeTimeCursor(cursor)).toThrow('CURSOR_INVALID');
});

test('the row beyond the limit is not shown but tells that there is more', () => {
  const rows = [1, 2, 3].map((n) => ({ n, time, id }));
  expect(pageOf(rows, 2, (row) => row)).toEqual({
    items: rows.slice(0, 2),
    nextCursor: encodeTimeCursor({ time, id }),
  });
  expect(pageOf(rows, 3, (row) => row)).toEqual({ items: rows, nextCursor: null });
  expect(pageOf([], 3, () => ({ time, id }))).toEqual({ items: [], nextCursor: null });
});
