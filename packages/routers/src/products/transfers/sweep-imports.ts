import type { Context } from '../../context.ts';
import type { FileStore } from '../../platform/index.ts';
import { forgetImportFile, listOldImportFiles } from './import-file-store.ts';

const keptForMs = 7 * 24 * 60 * 60_000;

/** Deletes the files of imports that ended a week ago; gives how many. */
export async function sweepImports({
  db,
  now,
  storage,
}: Pick<Context, 'db' | 'now'> & { readonly storage: FileStore }): Promise<number> {
  const keys = await listOldImportFiles(db.reader, new Date(now().getTime() - keptForMs));
  let deleted = 0;
  for (const key of keys) {
    // Forgotten first: a run that starts over it meanwhile keeps it.
    if (!(await db.transaction((tx) => forgetImportFile(tx, key)))) continue;
    await storage.delete(key);
    deleted += 1;
  }
  return deleted;
}
