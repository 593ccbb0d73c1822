import { addJob, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { holdFile, type MediaFile } from './file-store.ts';
import { insertMedia, placeMedia, updateMediaFile } from './product-media-store.ts';
import { refusedPicture } from './read-picture.ts';
import { type AttachInput, maxPictures, type ProductMediaView, type ReplaceInput } from './schemas.ts';
import { dropUpload, type MediaContext, storePicture } from './store-picture.ts';
import { useUpload } from './upload-store.ts';
import { getItem, idsOf, writeMedia } from './write-media.ts';

/**
 * Makes an uploaded file a picture of a product, at the end or at `position`.
 * @throws UPLOAD_NOT_FOUND, MEDIA_REFUSED with `why`, PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED,
 * STORAGE_UNAVAILABLE
 */
export async function attachMedia(ctx: MediaContext, input: AttachInput): Promise<ProductMediaView> {
  const file = await storePicture(ctx, input.uploadId);
  const view = await writeMedia(ctx, { operation: 'products.media.attach', input }, async (tx, items) => {
    if (items.length >= maxPictures) throw refusedPicture('too_many_pictures', { limit: maxPictures });
    const used = await takeFile(tx, ctx, { file, uploadId: input.uploadId });
    const mediaId = await insertMedia(tx, input.productId, { ...used, alt: input.alt });
    const order = idsOf(items).toSpliced(input.position ?? items.length, 0, mediaId);
    if (order.at(-1) !== mediaId) await placeMedia(tx, input.productId, order);
    return {
      before: {},
      after: { mediaId, key: used.key, alt: input.alt, position: order.indexOf(mediaId) },
    };
  });
  await dropUpload(ctx, input.uploadId);
  return view;
}

/**
 * Puts another file in the place of a picture, which keeps its alternative text, its position and its variants.
 * @throws MEDIA_NOT_FOUND, UPLOAD_NOT_FOUND, MEDIA_REFUSED with `why`, PRODUCT_NOT_FOUND, VERSION_CONFLICT,
 * IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE
 */
export async function replaceMedia(ctx: MediaContext, input: ReplaceInput): Promise<ProductMediaView> {
  const file = await storePicture(ctx, input.uploadId);
  const view = await writeMedia(ctx, { operation: 'products.media.replace', input }, async (tx, items) => {
    const item = getItem(items, input.mediaId);
    const used = await takeFile(tx, ctx, { file, uploadId: input.uploadId });
    await updateMediaFile(tx, item.id, used);
    return { before: { mediaId: item.id, key: item.key }, after: { mediaId: item.id, key: used.key } };
  });
  await dropUpload(ctx, input.uploadId);
  return view;
}

/** Uses the upload up, holds its picture, and has the common sizes rendered. */
export async function takeFile(
  tx: Transaction,
  { staff }: Pick<MediaContext, 'staff'>,
  { file, uploadId }: { readonly file: MediaFile | null; readonly uploadId: string },
): Promise<MediaFile> {
  if (file === null) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId });
  await useUpload(tx, { id: uploadId, staffId: staff.id });
  await holdFile(tx, file.key);
  await addJob(tx, { task: 'render-media', payload: { key: file.key } }, { key: `render:${file.key}` });
  return file;
}
