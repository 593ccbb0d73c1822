import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

test('accents and apostrophes do not hide a word, and two words may be one', () => {
  expect(highlight('Café Cup', new Set(['cafe']))).toEqual([
    { text: 'Café', hit: true },
    { text: ' Cup', hit: false },
  ]);
  expect(highlight('Chef’s Tea Pot', new Set(['chefs', 'teapot'])).filter(({ hit }) => hit)).toHaveLength(3);
});

test('the pieces make up the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
      expect(
        highlight(text, new Set(words))
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
