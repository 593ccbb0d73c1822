import { expect, test } from 'vitest';
import { fill } from './fill.ts';

test('an article goes with the word after it', () => {
  expect(fill('A {m} lamp, a {m} shade', 'm', 'aluminium')).toBe('An aluminium lamp, an aluminium shade');
  expect(fill('A {m} lamp', 'm', 'brass')).toBe('A brass lamp');
});

test('a word without an article is put as it is', () => {
  expect(fill('Built in {m} round a core of {m}', 'm', 'oak')).toBe('Built in oak round a core of oak');
  expect(fill('A lamp, {m}', 'm', 'enamelled steel')).toBe('A lamp, enamelled steel');
});
