import { complain } from './cells.ts';
import type { SheetRow } from './csv-rows.ts';
import type { Problem } from './problem.ts';

/** Whether the row can be read at all, and has a cell for each column. */
export function checkRow(row: SheetRow, problems: Problem[]): void {
  const { surplus, malformed } = row;
  if (malformed !== null)
    complain({ row, problems }, { column: null, code: 'malformed', message: malformed });
  else if (surplus !== 0) {
    const message = `${Math.abs(surplus)} ${surplus > 0 ? 'more' : 'fewer'} cells than columns.`;
    complain({ row, problems }, { column: null, code: 'cell_count', message });
  }
}
