import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { UploadView } from './schemas.ts';
import { findUpload, insertUpload, type NewUpload } from './upload-store.ts';

interface UploadWrite {
  readonly operation: string;
  readonly input: { readonly idempotencyKey: string };
  readonly file: Pick<NewUpload, 'storageKey' | 'fileName' | 'contentType' | 'bytes'>;
  readonly openForMs: number;
}

/**
 * Opens an address at which the browser puts one file of exactly this size and type. Once per key: a retry is given the
 * address of the file that the first try named.
 * @throws UPLOAD_NOT_FOUND for a retry after the address expired, IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE
 */
export async function openUpload(
  ctx: StaffContext & Pick<Context, 'storage'>,
  { operation, input, file, openForMs }: UploadWrite,
): Promise<UploadView> {
  const { uploadId } = await writeAsStaff(ctx, { operation, input }, async (tx) => {
    const expiresAt = new Date(ctx.now().getTime() + openForMs);
    const id = await insertUpload(tx, { ...file, staffId: ctx.staff.id, expiresAt });
    const { storageKey: _hidden, ...after } = file;
    return {
      audit: { entityType: 'media_upload', entityId: id, before: null, after },
      receipt: { uploadId: id },
    };
  });
  return addressOf(ctx, uploadId);
}

async function addressOf(
  { db, now, staff, storage }: StaffContext & Pick<Context, 'storage'>,
  uploadId: string,
): Promise<UploadView> {
  const upload = await findUpload(db.reader, { id: uploadId, staffId: staff.id });
  const expiresInSeconds = Math.floor(((upload?.expiresAt.getTime() ?? 0) - now().getTime()) / 1000);
  if (upload === null || expiresInSeconds < 1) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
  const { storageKey: key, contentType, bytes, expiresAt } = upload;
  const target = await storage.createUpload({ key, contentType, bytes, expiresInSeconds });
  return { uploadId, expiresAt, ...target };
}
