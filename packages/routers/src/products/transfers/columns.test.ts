import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeColumns } from './columns.ts';
import { transferKinds } from './kinds.ts';

const page = readFileSync(new URL('../../../../../docs/csv.md', import.meta.url), 'utf8');

/** The rows of the table below a heading, without what only makes them look like one. */
function tableBelow(heading: string): string[][] {
  const [, below = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = below.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));
}

const headings = { products: 'Products', prices: 'Prices', stock: 'Stock' };

test.each(transferKinds)('docs/csv.md tells of every column of %s what the code does', (kind) => {
  const told = tableBelow(headings[kind]).map(([name, required, help, example]) => ({
    name,
    required: required === 'yes',
    help,
    // Bars end a cell of the table.
    example: example?.replaceAll('&#124;', '|'),
  }));
  expect(told).toEqual(describeColumns(kind, ['CODE']));
});
