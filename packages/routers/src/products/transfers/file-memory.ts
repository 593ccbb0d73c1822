import type { SheetRow } from './csv-rows.ts';
import { unguard } from './formula-guard.ts';
import type { Problem } from './problem.ts';

/** Finds what a file says twice: each group of columns together names one thing. */
export function createFileMemory(keys: readonly (string | readonly string[])[]): {
  readonly remember: (row: SheetRow) => Problem[];
} {
  const groups = keys.map((columns) => ({
    columns: typeof columns === 'string' ? [columns] : columns,
    lines: new Map<string, number>(),
  }));
  return {
    remember: (row) =>
      groups.flatMap(({ columns, lines }) => {
        const values = columns.map((column) => unguard(row.cells.get(column) ?? '').trim());
        const [column = '', first = ''] = [columns[0], values[0]];
        if (first === '') return [];
        const key = values.join('\0');
        const line = lines.get(key);
        if (line === undefined) {
          lines.set(key, row.line);
          return [];
        }
        const message = `Line ${line} has the same.`;
        return [{ line: row.line, column, code: 'repeated', message, value: first }];
      }),
  };
}
