import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { findImport, listProblems } from './import-run-store.ts';
import type { ImportView, ListProblemsInput, ProblemPage } from './schemas.ts';

/** @throws IMPORT_NOT_FOUND */
export async function getImport(db: Database, id: string): Promise<ImportView> {
  const run = await findImport(db.reader, id);
  if (run === null) throw new ShopError('IMPORT_NOT_FOUND', { id });
  return run;
}

/**
 * What was wrong, by line.
 * @throws IMPORT_NOT_FOUND, CURSOR_INVALID
 */
export async function getProblems(db: Database, input: ListProblemsInput): Promise<ProblemPage> {
  await getImport(db, input.id);
  return listProblems(db.reader, input);
}
