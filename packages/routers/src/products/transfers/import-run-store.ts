import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { TransferKind } from './kinds.ts';
import { decodeProblemCursor, encodeProblemCursor } from './problem-cursor.ts';
import type { ImportPage, ImportView, ListImportsInput, ListProblemsInput, ProblemPage } from './schemas.ts';

const viewColumns = sql<ImportView>`i.id, i.kind, i.status, i.dry_run as "dryRun", i.file_name as "fileName",
  i.storage_key <> '' as "hasFile", i.row_count as "rowCount", i.created_count as "createdCount",
  i.updated_count as "updatedCount", i.unchanged_count as "unchangedCount", i.failed_count as "failedCount",
  i.problem_count as "problemCount", i.bytes_total as "bytesTotal", least(i.bytes_done, i.bytes_total) as "bytesDone",
  i.failure, staff.name as "staffName", i.created_at as "createdAt", i.started_at as "startedAt", i.finished_at as "finishedAt"`;

export async function findImport(db: Reader | Transaction, id: string): Promise<ImportView | null> {
  const { rows } = await sql<ImportView>`
    select ${viewColumns} from catalogue_import i left join staff on staff.id = i.staff_id
    where i.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Newest first. @throws CURSOR_INVALID */
export async function listImports(db: Reader, { cursor, limit }: ListImportsInput): Promise<ImportPage> {
  const after = cursor === undefined ? null : decodeTimeCursor(cursor);
  const condition =
    after === null ? sql`true` : sql`(i.created_at, i.id) < (${after.time}, ${after.id}::uuid)`;
  const { rows } = await sql<ImportView>`
    select ${viewColumns} from catalogue_import i left join staff on staff.id = i.staff_id
    where ${condition} order by i.created_at desc, i.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}

type Row = ProblemPage['items'][number] & { readonly position: number };

/** By line. @throws CURSOR_INVALID */
export async function listProblems(
  db: Reader,
  { id, cursor, limit }: ListProblemsInput,
): Promise<ProblemPage> {
  const after = decodeProblemCursor(cursor);
  const { rows } = await sql<Row>`
    select line, position, "column", code, message, value from catalogue_import_problem
    where import_id = ${id}::uuid and (line, position) > (${after.line}::int, ${after.position}::int)
    order by line, position limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ position: _position, ...problem }) => problem),
    nextCursor: rows.length > limit && last !== undefined ? encodeProblemCursor(last) : null,
  };
}

export interface NewImport {
  readonly kind: TransferKind;
  readonly dryRun: boolean;
  readonly fileName: string;
  readonly storageKey: string;
  readonly bytes: number;
  readonly staffId: string;
}

export async function insertImport(tx: Transaction, run: NewImport): Promise<string> {
  const { id } = await tx
    .insertInto('catalogue_import')
    .values({
      kind: run.kind,
      dry_run: run.dryRun,
      file_name: run.fileName,
      storage_key: run.storageKey,
      bytes_total: run.bytes,
      staff_id: run.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A run over this file, from the command line, that has begun and not ended. */
export async function findInterruptedRun(
  tx: Transaction,
  run: Omit<NewImport, 'storageKey'>,
): Promise<string | null> {
  const found = await tx
    .selectFrom('catalogue_import')
    .select('id')
    .where('status', '=', 'running')
    .where('storage_key', '=', '')
    .where('kind', '=', run.kind)
    .where('dry_run', '=', run.dryRun)
    .where('file_name', '=', run.fileName)
    .where('bytes_total', '=', run.bytes)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The file of a run, kept from being swept away until the transaction ends; null when it is gone. */
export async function lockImportFile(
  tx: Transaction,
  id: string,
): Promise<{ storageKey: string; fileName: string; bytes: number } | null> {
  const file = await tx
    .selectFrom('catalogue_import')
    .select(['storage_key as storageKey', 'file_name as fileName', 'bytes_total as bytes'])
    .where('id', '=', id)
    .where('storage_key', '<>', '')
    .forUpdate()
    .executeTakeFirst();
  return file ?? null;
}

/** Ends a run that has not ended. False when it has. */
export async function cancelRun(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('catalogue_import')
    .set({ status: 'cancelled', finished_at: now })
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
