import { expect, test } from 'vitest';
import { type PercentValues, toPercentTerms } from './percent-values.ts';

const values: PercentValues = {
  kind: 'all',
  chosen: null,
  percent: 12.5,
  rounding: '99',
  currencies: ['USD'],
};

test('a percentage travels in parts per million', () => {
  expect(toPercentTerms(values)).toEqual({
    target: { kind: 'all' },
    ratePpm: 125_000,
    rounding: '99',
    currencies: ['USD'],
  });
});

test('a target is an id or a name, by its kind', () => {
  expect(toPercentTerms({ ...values, kind: 'category', chosen: 'c1' })?.target).toEqual({
    kind: 'category',
    id: 'c1',
  });
  expect(toPercentTerms({ ...values, kind: 'tag', chosen: 'new' })?.target).toEqual({
    kind: 'tag',
    name: 'new',
  });
});

test('nothing is asked while something is missing', () => {
  for (const change of [
    { kind: 'brand' as const },
    { percent: '' },
    { percent: 0 },
    { percent: 101 },
    { currencies: [] },
  ])
    expect(toPercentTerms({ ...values, ...change })).toBeNull();
});
