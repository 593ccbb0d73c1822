import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctWord, editDistance } from './spelling.ts';

test.each([
  ['lapm', 'lamp', 1],
  ['lamp', 'lamp', 0],
  ['casarole', 'casserole', 2],
  ['', 'mug', 3],
])('%s is %s after %d', (from, to, edits) => {
  expect(editDistance(from, to)).toBe(edits);
});

test('it takes as many edits there as back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
    }),
  );
});

function word(text: string, documents = 10) {
  return { word: text, lexeme: text, documents };
}

test('swapped letters before wrong ones, common words before rare ones', () => {
  expect(correctWord('lapm', [word('lap'), word('lamp')])[0]?.word).toBe('lamp');
  expect(correctWord('lomp', [word('romp', 1), word('lamp', 100)])[0]?.word).toBe('lamp');
});

test('what is too different is no correction', () => {
  expect(correctWord('zither', [word('lamp'), word('winter')])).toEqual([]);
  expect(correctWord('tub', [word('cup')])).toEqual([]);
});
