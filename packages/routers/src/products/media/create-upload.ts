import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { openUpload } from './open-upload.ts';
import { maxPictureBytes, pictureTypes } from './picture-format.ts';
import { refusedPicture } from './read-picture.ts';
import type { CreateUploadInput, UploadView } from './schemas.ts';

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
  const { fileName, contentType, bytes } = input;
  const storageKey = `uploads/${randomBytes(16).toString('hex')}`;
  return openUpload(ctx, {
    operation: 'products.media.createUpload',
    input,
    file: { storageKey, fileName, contentType, bytes },
    openForMs,
  });
}
