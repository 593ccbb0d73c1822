import type { Database, Transaction } from '@turing/db';
import { findRefusal, inSavepoint } from './constraint-store.ts';
import { advanceImport, type RunningImport } from './import-store.ts';
import { type GroupResult, type Importer, type ImportRun, type RowGroup } from './importer.ts';
import type { Problem } from './problem.ts';

interface Batch {
  readonly importer: Importer;
  readonly run: RunningImport;
  readonly groups: readonly RowGroup[];
  readonly now: Date;
}

class RunEnded extends Error {}

/**
 * Applies whole groups and records the progress in one transaction. When the database refuses one of them, as when an
 * editor was quicker, they are applied one by one and that one becomes a problem. Null when the run has ended meanwhile.
 */
export async function applyBatch(db: Database, batch: Batch): Promise<RunningImport | null> {
  const { importer, run, groups, now } = batch;
  const about = { ...run, now };
  try {
    return await commit(db, batch, (tx) => importer.apply(tx, groups, about));
  } catch (cause) {
    if (cause instanceof RunEnded) return null;
    if (findRefusal(cause) === null) throw cause;
  }
  try {
    return await commit(db, batch, (tx) => applyEach(tx, batch, about));
  } catch (cause) {
    if (cause instanceof RunEnded) return null;
    throw cause;
  }
}

async function commit(
  db: Database,
  { run, groups }: Batch,
  apply: (tx: Transaction) => Promise<GroupResult[]>,
): Promise<RunningImport> {
  const last = groups.at(-1);
  const progress = {
    rowCount: groups.reduce((sum, group) => sum + group.rowCount, 0),
    lastLine: last?.lastLine ?? run.resumeLine,
    endByte: last?.endByte ?? 0,
  };
  return db.transaction(async (tx) => {
    const results = await apply(tx);
    if (!(await advanceImport(tx, run, { ...progress, results }))) throw new RunEnded();
    const found = results.reduce((sum, { problems }) => sum + problems.length, 0);
    return { ...run, resumeLine: progress.lastLine + 1, problemCount: run.problemCount + found };
  });
}

async function applyEach(
  tx: Transaction,
  { importer, groups }: Batch,
  run: ImportRun,
): Promise<GroupResult[]> {
  const results: GroupResult[] = [];
  for (const group of groups) {
    const applied = await inSavepoint(tx, () => importer.apply(tx, [group], run));
    results.push(
      ...('refusal' in applied
        ? [{ counts: importer.failureOf(group), problems: [problemOf(group, applied.refusal)] }]
        : applied.result),
    );
  }
  return results;
}

function problemOf({ rows: [first] }: RowGroup, message: string): Problem {
  return { line: first.line, column: null, code: 'changed_meanwhile', message, value: null };
}
