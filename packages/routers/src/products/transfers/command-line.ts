import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { appendAudits } from './import-audit-store.ts';
import { findInterruptedRun, insertImport, type NewImport } from './import-run-store.ts';
import { findStaffByEmail } from './acting-staff-store.ts';

/**
 * Who answers for what a command does: the staff of that address, or the one that has been an owner longest.
 * @throws FORBIDDEN when there is no such member of staff
 */
export async function findActingStaff(db: Database, email: string | undefined): Promise<string> {
  const id = await findStaffByEmail(db.reader, email ?? null);
  if (id === null) throw new ShopError('FORBIDDEN', { email });
  return id;
}

/**
 * Records a run over a file that is not in the storage, with its audit row; the caller goes through it. A run over the
 * same file that was interrupted is given again, so that it goes on.
 */
export async function createImportRun(db: Database, run: Omit<NewImport, 'storageKey'>): Promise<string> {
  return db.transaction(async (tx) => {
    const interrupted = await findInterruptedRun(tx, run);
    if (interrupted !== null) return interrupted;
    const id = await insertImport(tx, { ...run, storageKey: '' });
    const { kind, dryRun, fileName, staffId } = run;
    const about = { id, staffId, isDryRun: dryRun, now: new Date() };
    const change = { entityId: id, before: null, after: { kind, dryRun, fileName } };
    await appendAudits(tx, { run: about, entityType: 'catalogue_import' }, [change]);
    return id;
  });
}
