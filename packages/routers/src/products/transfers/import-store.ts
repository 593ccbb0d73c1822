import type { Database, Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { type GroupResult, noCounts } from './importer.ts';
import { maxKeptProblems, type TransferKind } from './kinds.ts';

/** A run as the worker goes through it. */
export interface RunningImport {
  readonly id: string;
  readonly kind: TransferKind;
  readonly isDryRun: boolean;
  readonly storageKey: string;
  readonly staffId: string;
  readonly resumeLine: number;
  readonly problemCount: number;
}

const runColumns = sql<RunningImport>`id, kind, dry_run as "isDryRun", storage_key as "storageKey", staff_id as "staffId",
  resume_line as "resumeLine", problem_count as "problemCount"`;

/** Takes a run in hand, or again after an interruption; null when it has ended. */
export async function claimImport(db: Reader, id: string): Promise<RunningImport | null> {
  const { rows } = await sql<RunningImport>`
    update catalogue_import set status = 'running', started_at = coalesce(started_at, now())
    where id = ${id}::uuid and status in ('queued', 'running') returning ${runColumns}`.execute(db);
  return rows[0] ?? null;
}

export interface Progress {
  readonly rowCount: number;
  readonly lastLine: number;
  readonly endByte: number;
  readonly results: readonly GroupResult[];
}

/**
 * Records in the transaction of a batch that it is done. False when the run has ended meanwhile or another process has
 * taken it further: the batch must not be kept.
 */
export async function advanceImport(
  tx: Transaction,
  run: RunningImport,
  { rowCount, lastLine, endByte, results }: Progress,
): Promise<boolean> {
  const counts = results.reduce(
    (sum, { counts: each }) => ({
      created: sum.created + each.created,
      updated: sum.updated + each.updated,
      unchanged: sum.unchanged + each.unchanged,
      failed: sum.failed + each.failed,
    }),
    noCounts,
  );
  const problems = results.flatMap((result) => result.problems);
  const { numAffectedRows } = await sql`
    update catalogue_import set row_count = row_count + ${rowCount}::int, resume_line = ${lastLine + 1}::int,
      bytes_done = greatest(bytes_done, ${endByte}::int), created_count = created_count + ${counts.created}::int,
      updated_count = updated_count + ${counts.updated}::int, unchanged_count = unchanged_count + ${counts.unchanged}::int,
      failed_count = failed_count + ${counts.failed}::int, problem_count = problem_count + ${problems.length}::int
    where id = ${run.id}::uuid and status = 'running' and resume_line = ${run.resumeLine}::int`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await keepProblems(tx, run, problems);
  return true;
}

async function keepProblems(
  tx: Transaction,
  run: RunningImport,
  problems: readonly GroupResult['problems'][number][],
): Promise<void> {
  const kept = problems.slice(0, Math.max(0, maxKeptProblems - run.problemCount));
  if (kept.length === 0) return;
  const positions = new Map<number, number>();
  const rows = kept.map((problem) => {
    const position = positions.get(problem.line) ?? 0;
    positions.set(problem.line, position + 1);
    return { ...problem, import_id: run.id, position };
  });
  await sql`
    insert into catalogue_import_problem (import_id, line, position, "column", code, message, value)
    select import_id, line, position, "column", code, message, value
    from jsonb_populate_recordset(null::catalogue_import_problem, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Ends a run that is under way, with what was wrong with the file when it could not be read to its end. */
export async function endImport(db: Reader, id: string, failure: string | null): Promise<void> {
  await sql`
    update catalogue_import set status = ${failure === null ? 'finished' : 'failed'}::catalogue_import_status,
      failure = ${failure}, finished_at = now(), bytes_done = case when ${failure}::text is null then bytes_total else bytes_done end
    where id = ${id}::uuid and status = 'running'`.execute(db);
}

// Any number will do that nobody else uses.
const importLock = "hashtext('catalogue import'), 0";

/**
 * Does the work while no other process imports, or answers null at once when one does. The lock ends with its connection,
 * so that a process that is killed holds nobody up.
 */
export async function withImportLock<Result>(
  db: Database,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const connection = await db.pool.connect();
  try {
    const { rows } = await connection.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(${importLock}) AS locked`,
    );
    if (rows[0]?.locked !== true) return null;
    try {
      return await work();
    } finally {
      await connection.query(`SELECT pg_advisory_unlock(${importLock})`);
    }
  } finally {
    connection.release();
  }
}
