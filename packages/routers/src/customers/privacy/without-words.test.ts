import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutWords } from './without-words.ts';

test('words go, whatever their case and whichever signs they have', () => {
  expect(withoutWords('Thanks, ADA Marlowe (ada+x@example.com)!', ['ada marlowe', 'ada+x@example.com'])).toBe(
    'Thanks, … (…)!',
  );
});

test('a longer word goes before a shorter one within it', () => {
  expect(withoutWords('1 Ada Lane', ['ada', '1 ada lane'])).toBe('…');
});

test('no word is left in any text', () => {
  const word = fc.string({
    minLength: 4,
    maxLength: 12,
    unit: fc.constantFrom('a', 'b', '.', '*', '+', '?', '(', ')', '[', ']', '\\', ' ', '@'),
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(fc.string()), (words, between) => {
      const text = between.flatMap((part, index) => [part, words[index % words.length] ?? '']).join('');
      const left = withoutWords(text, words);
      return words.every((one) => !left.includes(one));
    }),
  );
});
