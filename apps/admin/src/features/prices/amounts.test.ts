import { expect, test } from 'vitest';
import { readAmount, readPaste } from './amounts.ts';

test('amounts as people write them', () => {
  const cases: [string, number | null | undefined][] = [
    ['19.99', 1999],
    [' $1,299.00 ', 129_900],
    ['19,99', 1999],
    ['1,299', 129_900],
    ['20', 2000],
    ['20.5 USD', 2050],
    ['', null],
    ['free', undefined],
    ['1.999', undefined],
    ['-5', undefined],
    ['1.2.3', undefined],
  ];
  for (const [text, amount] of cases) expect([text, readAmount(text, 'USD')]).toEqual([text, amount]);
});

test('rows of a spreadsheet, with a heading, other columns and a SKU alone', () => {
  const text =
    'SKU\tName\tPrice\r\nMUG-1\tMug\t12.50\r\n\r\nMUG-2\r\nMUG-3\tJug\tten\r\nmug-1\tMug\t11.00\r\n';
  expect(readPaste(text, 'USD')).toEqual({
    lines: [
      { line: 6, sku: 'mug-1', amountMinor: 1100 },
      { line: 4, sku: 'MUG-2', amountMinor: null },
    ],
    wrong: [5],
  });
});

test('commas or semicolons between the columns', () => {
  expect(readPaste('A-1, 12.50\nA-2;13', 'EUR').lines.map(({ amountMinor }) => amountMinor)).toEqual([
    1250, 1300,
  ]);
});
