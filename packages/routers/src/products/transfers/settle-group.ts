import { checkRow } from './check-rows.ts';
import type { SheetRow } from './csv-rows.ts';
import { type GroupCounts, type GroupResult, noCounts, type RowGroup } from './importer.ts';
import type { Problem } from './problem.ts';

/** What a row comes to: a change, nothing, or problems. */
export interface RowPlan<Change> {
  readonly change: Change | null;
  readonly isNew: boolean;
}

/** A group whose rows are counted one by one fails as many. */
export function failRows({ rowCount }: RowGroup): GroupCounts {
  return { ...noCounts, failed: rowCount };
}

/** The changes of all rows of a group; none of them when something is wrong with one. */
export function settleGroup<Change>(
  group: RowGroup,
  limit: number,
  planRow: (row: SheetRow, problems: Problem[]) => RowPlan<Change> | null,
): { readonly result: GroupResult; readonly changes: readonly Change[] } {
  const problems = [...group.problems];
  if (group.rows.length > limit) {
    const { line } = group.rows[0];
    const message = `At most ${limit} rows of one product in a row.`;
    problems.push({ line, column: null, code: 'too_many', message, value: null });
  }
  const plans = group.rows.map((row) => {
    checkRow(row, problems);
    return row.malformed === null ? planRow(row, problems) : null;
  });
  if (problems.length > 0) return { result: { counts: failRows(group), problems }, changes: [] };
  const changes = plans.flatMap((plan) => plan?.change ?? []);
  const created = plans.filter((plan) => plan?.isNew === true).length;
  const counts = {
    ...noCounts,
    created,
    updated: changes.length - created,
    unchanged: plans.length - changes.length,
  };
  return { result: { counts, problems }, changes };
}
