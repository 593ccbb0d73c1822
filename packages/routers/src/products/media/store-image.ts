import { ShopError } from '@turing/domain';
import { writeAsStaff } from '../../customers/index.ts';
import { imageOf } from '../image.ts';
import { takeFile } from './attach-media.ts';
import { findFile } from './file-store.ts';
import type { StoredImage, StoreImageInput } from './schemas.ts';
import { dropUpload, type MediaContext, storePicture } from './store-picture.ts';

/**
 * Makes an uploaded file a picture without a place yet. Who saves its key in a category or collection keeps it; else it is
 * swept away.
 * @throws UPLOAD_NOT_FOUND, MEDIA_REFUSED with `why`, IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE, MEDIA_NOT_FOUND for a
 * retry after it was swept away
 */
export async function storeImage(ctx: MediaContext, input: StoreImageInput): Promise<StoredImage> {
  const file = await storePicture(ctx, input.uploadId);
  const { key } = await writeAsStaff(ctx, { operation: 'products.images.store', input }, async (tx) => {
    const used = await takeFile(tx, ctx, { file, uploadId: input.uploadId });
    const audit = {
      entityType: 'media_upload',
      entityId: input.uploadId,
      before: null,
      after: { key: used.key },
    };
    return { audit, receipt: { key: used.key } };
  });
  await dropUpload(ctx, input.uploadId);
  const stored = file ?? (await findFile(ctx.db.reader, key));
  if (stored === null) throw new ShopError('MEDIA_NOT_FOUND', { key });
  return { key, image: imageOf({ ...stored, alt: '' }) };
}
