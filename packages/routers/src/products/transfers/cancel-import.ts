import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { assertMayImport } from './assert-may-import.ts';
import { getImport } from './get-import.ts';
import { cancelRun } from './import-run-store.ts';
import type { CancelImportInput, ImportView } from './schemas.ts';

/**
 * Ends a run before its time. What it has written stays written; it stops after the batch it is in.
 * @throws IMPORT_NOT_FOUND, FORBIDDEN, IMPORT_NOT_CANCELLABLE when it has ended, IDEMPOTENCY_KEY_REUSED
 */
export async function cancelImport(ctx: StaffContext, input: CancelImportInput): Promise<ImportView> {
  const { id } = input;
  const run = await getImport(ctx.db, id);
  assertMayImport(ctx.staff, run.kind);
  await writeAsStaff(ctx, { operation: 'products.import.cancel', input }, async (tx) => {
    if (!(await cancelRun(tx, id, ctx.now()))) throw new ShopError('IMPORT_NOT_CANCELLABLE', { id });
    const after = { status: 'cancelled' };
    return { audit: { entityType: 'catalogue_import', entityId: id, before: null, after }, receipt: {} };
  });
  return getImport(ctx.db, id);
}
