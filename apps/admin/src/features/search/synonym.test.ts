import { expect, test } from 'vitest';
import { rulesOf, valuesOf, wordsProblem } from './synonym.ts';

test('words that found nothing become the term of a new synonym', () => {
  expect(valuesOf(null, 'settee')).toEqual({ kind: 'oneWay', term: 'settee', words: [] });
  expect(valuesOf(null)).toEqual({ kind: 'same', term: '', words: [] });
});

test('a group has no term', () => {
  expect(rulesOf({ kind: 'same', term: 'left over', words: ['sofa', 'couch'] })).toEqual({
    term: null,
    words: ['sofa', 'couch'],
  });
  expect(rulesOf({ kind: 'oneWay', term: ' settee ', words: ['sofa'] }).term).toBe('settee');
});

test.each([
  [{ kind: 'same', term: '', words: ['sofa'] }, 'Add at least two words.'],
  [{ kind: 'oneWay', term: 'settee', words: [] }, 'Add at least one word.'],
  [{ kind: 'oneWay', term: 'Sofa', words: ['sofa'] }, 'Each word once.'],
  [{ kind: 'same', term: '', words: ['sofa', 'couch'] }, null],
] as const)('%j: %s', (values, problem) => {
  expect(wordsProblem({ ...values, words: [...values.words] })).toBe(problem);
});
