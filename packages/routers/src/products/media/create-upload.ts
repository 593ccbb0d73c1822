import { randomBytes } from 'node:crypto';
import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { maxPictureBytes, pictureTypes } from './picture-format.ts';
import { refusedPicture } from './read-picture.ts';
import type { CreateUploadInput, UploadView } from './schemas.ts';
import { findUpload, insertUpload } from './upload-store.ts';

const openForMs = 15 * 60_000;

/**
 * Opens an address at which the browser puts one picture of exactly this size and type, for a quarter of an hour. What
 * the file is, is decided when it is attached; this only spares people a long upload that would be refused.
 * @throws MEDIA_REFUSED with `why`, UPLOAD_NOT_FOUND for a retry after the address expired, IDEMPOTENCY_KEY_REUSED,
 * STORAGE_UNAVAILABLE
 */
export async function createUpload(
  ctx: StaffContext & Pick<Context, 'storage'>,
  input: CreateUploadInput,
): Promise<UploadView> {
  if (input.bytes === 0) throw refusedPicture('empty');
  if (input.bytes > maxPictureBytes) throw refusedPicture('too_many_bytes', { limit: maxPictureBytes });
  if (!(pictureTypes as readonly string[]).includes(input.contentType))
    throw refusedPicture('format_unsupported');
  const { uploadId } = await writeAsStaff(
    ctx,
    { operation: 'products.media.createUpload', input },
    async (tx) => {
      const { fileName, contentType, bytes } = input;
      const id = await insertUpload(tx, {
        storageKey: `uploads/${randomBytes(16).toString('hex')}`,
        fileName,
        contentType,
        bytes,
        staffId: ctx.staff.id,
        expiresAt: new Date(ctx.now().getTime() + openForMs),
      });
      const after = { fileName, contentType, bytes };
      return {
        audit: { entityType: 'media_upload', entityId: id, before: null, after },
        receipt: { uploadId: id },
      };
    },
  );
  return openAddress(ctx, uploadId);
}

async function openAddress(
  { db, now, staff, storage }: StaffContext & Pick<Context, 'storage'>,
  uploadId: string,
): Promise<UploadView> {
  const upload = await findUpload(db.reader, { id: uploadId, staffId: staff.id });
  const expiresInSeconds = Math.floor(((upload?.expiresAt.getTime() ?? 0) - now().getTime()) / 1000);
  if (upload === null || expiresInSeconds < 1) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
  const target = await storage.createUpload({
    key: upload.storageKey,
    contentType: upload.contentType,
    bytes: upload.bytes,
    expiresInSeconds,
  });
  return { uploadId, expiresAt: upload.expiresAt, ...target };
}
