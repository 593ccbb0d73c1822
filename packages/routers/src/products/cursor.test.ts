import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const key = fc.integer({ min: -62_135_596_800_000, max: Number.MAX_SAFE_INTEGER });
const position = fc.record({ keys: fc.array(key, { maxLength: 2 }), id: fc.uuid() });

function pack(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const id = '0198a2f0-0000-7000-8000-000000000001';

test('a position survives the trip and is safe in a URL', () => {
  fc.assert(
    fc.property(position, fc.string(), (given, sort) => {
      const cursor = encodeCursor(sort, given);
      expect(cursor).toMatch(/^[\w-]+$/u);
      expect(decodeCursor(cursor, sort, given.keys.length)).toEqual(given);
    }),
  );
});

test.each([
  ['text', 'not a cursor'],
  ['nothing', ''],
  ['JSON of another shape', pack({ sort: 'newest' })],
  ['a key that is no integer', pack(['newest', [1.5], id])],
  ['a key beyond the safe integers', pack(['newest', [2 ** 60], id])],
  ['a time before all times', pack(['newest', [-1e15], id])],
  ['an id that is none', pack(['newest', [1], "'; drop table product"])],
  ['too many keys', pack(['newest', [1, 2], id])],
  ['another sort', pack(['rating', [1], id])],
])('%s is refused', (_case, cursor) => {
  expect(() => decodeCursor(cursor, 'newest', 1)).toThrow('CURSOR_INVALID');
});

test('any text is read or refused, nothing else', () => {
  fc.assert(
    fc.property(fc.string(), (cursor) => {
      expect(() => decodeCursor(cursor, 'newest', 1)).toThrow('CURSOR_INVALID');
    }),
  );
});
