import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guard, unguard } from './formula-guard.ts';

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+1 (555) 0100', "'+1 (555) 0100"],
  ['-SUM(A1)', "'-SUM(A1)"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ["'=x", "''=x"],
  ['-12.50', '-12.50'],
  ["'tis", "'tis"],
  ['plain', 'plain'],
  ['', ''],
])('%j leaves as %j', (text, cell) => {
  expect(guard(text)).toBe(cell);
});

test('what leaves comes back', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '1', '.') });
  fc.assert(
    fc.property(text, (value) => {
      expect(unguard(guard(value))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

test('no cell that leaves is run', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '@', '\t', '\r', '\n'), fc.string(), (first, rest) => {
      expect(guard(first + rest)).toMatch(/^'/u);
    }),
  );
});
