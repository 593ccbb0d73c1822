import type { Readable } from 'node:stream';
import type { Database } from '@turing/db';
import { toCsv } from './export-csv.ts';
import { getImport } from './get-import.ts';
import { listProblems } from './import-run-store.ts';

const pageSize = 1000;

/**
 * The problems that were kept of a run, as CSV.
 * @throws IMPORT_NOT_FOUND
 */
export async function problemReport(db: Database, id: string): Promise<Readable> {
  await getImport(db, id);
  return toCsv(['line', 'column', 'code', 'message', 'value'], problemRows(db, id));
}

async function* problemRows(db: Database, id: string): AsyncGenerator<Record<string, string>> {
  let cursor: string | undefined;
  do {
    const page = await listProblems(db.reader, { id, cursor, limit: pageSize });
    for (const { line, column, code, message, value } of page.items)
      yield { line: String(line), column: column ?? '', code, message, value: value ?? '' };
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
