import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClauses, readCode } from './query-text.ts';

test('phrases, exclusions and alternatives are told apart', () => {
  expect(readClauses('oak "desk lamp" -brass or blue mug')).toEqual([
    { text: 'oak', kind: 'words', branch: 0 },
    { text: 'desk lamp', kind: 'phrase', branch: 0 },
    { text: 'brass', kind: 'without', branch: 0 },
    { text: 'blue mug', kind: 'words', branch: 1 },
  ]);
});

test.each(['hand-thrown mug', 'or', 'oracle'])('%s is words', (query) => {
  expect(readClauses(query).every(({ kind, branch }) => kind === 'words' && branch === 0)).toBe(true);
});

test('any text is read, and PostgreSQL can hold every part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (query) => {
      expect(
        readClauses(query)
          .map(({ text }) => text)
          .join(''),
      ).not.toContain('\0');
    }),
  );
});

test.each([
  ['MUG001-INK', 'mug001ink'],
  ['2 900000 001008', '2900000001008'],
  ['LMP-HAR', 'lmphar'],
  ['desk lamp', ''],
  ['a5', ''],
])('%s may be the code %j', (query, code) => {
  expect(readCode(query)).toBe(code);
});
