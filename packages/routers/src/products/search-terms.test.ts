import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchTerms } from './search-terms.ts';

test('the last word may be half typed', () => {
  expect(readSearchTerms('oak desk la')).toEqual({
    text: 'oak desk la',
    head: 'oak desk',
    tail: 'la',
    words: ['oak', 'desk'],
  });
});

test.each(['"desk lamp"', 'lamp -brass', '-brass'])('%s means what it says, no more', (query) => {
  expect(readSearchTerms(query)).toEqual({ text: query, head: '', tail: '', words: [] });
});

test('a hyphen inside a word is no operator', () => {
  expect(readSearchTerms('hand-thrown mug')).toMatchObject({ head: 'hand thrown', tail: 'mug' });
});

test.each(['', '🔥🔥', '!!!', '\\', '\0'])('%j has no words', (query) => {
  expect(readSearchTerms(query)).toMatchObject({ head: '', tail: '', words: [] });
});

test('a long text has eight words that may be misspelt', () => {
  expect(readSearchTerms('word '.repeat(20)).words).toHaveLength(8);
});

test('words are letters and digits only, and PostgreSQL can hold every part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (query) => {
      const { text, tail, words } = readSearchTerms(query);
      expect(text).not.toContain('\0');
      expect([tail, ...words].join('')).toMatch(/^[\p{L}\p{N}]*$/u);
    }),
  );
});
