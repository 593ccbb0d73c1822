import { expect, test } from 'vitest';
import { normaliseEmail } from './normalise-email.ts';

test.each([
  ['Ada@Example.com', 'ada@example.com'],
  ['ada+shop@example.com', 'ada@example.com'],
  ['a.d.a+1@googlemail.com', 'ada@gmail.com'],
  ['a.d.a@example.com', 'a.d.a@example.com'],
])('%s is counted as %s', (email, counted) => {
  expect(normaliseEmail(email)).toBe(counted);
});
