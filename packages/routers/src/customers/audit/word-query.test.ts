import { expect, test } from 'vitest';
import { toWordQuery } from './word-query.ts';

test.each([
  ['Walnut lamp', "'walnut':* & 'lamp':*"],
  ["o'brien & | ! (x)", "'o':* & 'brien':* & 'x':*"],
  ['ada@example.com', "'ada@example.com':*"],
  ['  ', null],
  ["':*", null],
])('%j asks for %j', (text, query) => {
  expect(toWordQuery(text)).toBe(query);
});
