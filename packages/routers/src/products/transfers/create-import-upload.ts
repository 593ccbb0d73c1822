import { randomBytes } from 'node:crypto';
import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { findUpload, insertUpload } from '../media/upload-store.ts';
import { assertMayImport } from './assert-may-import.ts';
import type { CreateImportUploadInput, ImportUpload } from './schemas.ts';

const openForMs = 30 * 60_000;
const contentType = 'text/csv';

/**
 * Opens an address at which the browser puts a file to import, for half an hour. One that no import uses is swept away.
 * @throws FORBIDDEN, UPLOAD_NOT_FOUND for a retry after the address expired, IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE
 */
export async function createImportUpload(
  ctx: StaffContext & Pick<Context, 'storage'>,
  input: CreateImportUploadInput,
): Promise<ImportUpload> {
  assertMayImport(ctx.staff, input.kind);
  const { uploadId } = await writeAsStaff(ctx, { operation: 'products.import.upload', input }, async (tx) => {
    const { fileName, bytes, kind } = input;
    const id = await insertUpload(tx, {
      storageKey: `imports/${randomBytes(16).toString('hex')}.csv`,
      fileName,
      contentType,
      bytes,
      staffId: ctx.staff.id,
      expiresAt: new Date(ctx.now().getTime() + openForMs),
    });
    const after = { kind, fileName, bytes };
    return {
      audit: { entityType: 'media_upload', entityId: id, before: null, after },
      receipt: { uploadId: id },
    };
  });
  return openAddress(ctx, uploadId);
}

async function openAddress(
  { db, now, staff, storage }: StaffContext & Pick<Context, 'storage'>,
  uploadId: string,
): Promise<ImportUpload> {
  const upload = await findUpload(db.reader, { id: uploadId, staffId: staff.id });
  const expiresInSeconds = Math.floor(((upload?.expiresAt.getTime() ?? 0) - now().getTime()) / 1000);
  if (upload === null || expiresInSeconds < 1) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
  const { storageKey: key, bytes, expiresAt } = upload;
  const target = await storage.createUpload({ key, contentType, bytes, expiresInSeconds });
  return { uploadId, expiresAt, ...target };
}
