import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lineColumns, orderColumns } from './export-columns.ts';

it('every column of a file of orders is explained', () => {
  const text = readFileSync(new URL('../../../../../docs/csv.md', import.meta.url), 'utf8');
  for (const [name, meaning] of [...orderColumns, ...lineColumns])
    expect(text).toContain(`| \`${name}\` | ${meaning} |`);
});
