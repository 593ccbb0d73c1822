import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { findUpload } from '../media/upload-store.ts';
import { assertMayImport } from './assert-may-import.ts';
import { getImport } from './get-import.ts';
import { takeUpload } from './import-upload-store.ts';
import { findImport, insertImport, lockImportFile } from './import-run-store.ts';
import { queueImport } from './queue-import.ts';
import type { ImportView, StartImportInput } from './schemas.ts';

type StartContext = StaffContext & Pick<Context, 'storage'>;

interface SourceFile {
  readonly storageKey: string;
  readonly fileName: string;
  readonly bytes: number;
}

/**
 * Queues a run over a file that was uploaded, or over that of an earlier run: first to look, then for real.
 * @throws FORBIDDEN, UPLOAD_NOT_FOUND, IMPORT_NOT_FOUND, IMPORT_FILE_REFUSED for a run of another kind or one whose file
 * is gone, IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE
 */
export async function startImport(ctx: StartContext, input: StartImportInput): Promise<ImportView> {
  const { kind, dryRun } = input;
  assertMayImport(ctx.staff, kind);
  const uploaded = 'uploadId' in input.source ? await checkUpload(ctx, input.source.uploadId) : null;
  const { importId } = await writeAsStaff(ctx, { operation: 'products.import', input }, async (tx) => {
    const file = await useSource(tx, ctx, { input, uploaded });
    const run = { kind, dryRun, ...file, staffId: ctx.staff.id };
    const id = await insertImport(tx, run);
    await queueImport(tx, id);
    const after = { kind, dryRun, fileName: file.fileName };
    return {
      audit: { entityType: 'catalogue_import', entityId: id, before: null, after },
      receipt: { importId: id },
    };
  });
  return getImport(ctx.db, importId);
}

/** Looks into the store before the transaction; null when a retry finds the upload used already. */
async function checkUpload({ db, staff, storage }: StartContext, uploadId: string): Promise<number | null> {
  const upload = await findUpload(db.reader, { id: uploadId, staffId: staff.id });
  if (upload === null) return null;
  const file = await storage.stat(upload.storageKey);
  if (file === null) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
  return file.bytes;
}

async function useSource(
  tx: Transaction,
  { staff }: StartContext,
  { input, uploaded }: { readonly input: StartImportInput; readonly uploaded: number | null },
): Promise<SourceFile> {
  const { source, kind } = input;
  if ('uploadId' in source) {
    const { uploadId } = source;
    const upload = uploaded === null ? null : await takeUpload(tx, { id: uploadId, staffId: staff.id });
    if (upload === null || uploaded === null || !upload.storageKey.startsWith('imports/'))
      throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
    return { ...upload, bytes: uploaded };
  }
  const { importId } = source;
  const earlier = await findImport(tx, importId);
  if (earlier === null) throw new ShopError('IMPORT_NOT_FOUND', { importId });
  const file = await lockImportFile(tx, importId);
  if (file === null || earlier.kind !== kind) throw new ShopError('IMPORT_FILE_REFUSED', { importId });
  return file;
}
