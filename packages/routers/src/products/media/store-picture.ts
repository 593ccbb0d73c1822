import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { createExactSize, createLimiter, type FileStore, UploadSizeError } from '../../platform/index.ts';
import { findFile, type MediaFile, recordFile } from './file-store.ts';
import { readPicture, refusedPicture } from './read-picture.ts';
import { sourceKey } from './rendition.ts';
import { findUpload, type UploadRow } from './upload-store.ts';

export type MediaContext = StaffContext & Pick<Context, 'storage' | 'logger'>;

// One picture of 50 megapixels takes some hundred megabytes while it is read.
const limit = createLimiter(2);

/** The key of the picture that an upload becomes: as unguessable, and the same at every try. */
export function pictureKey(upload: Pick<UploadRow, 'storageKey'>): string {
  return upload.storageKey.replace(/^uploads\//u, 'pictures/');
}

/**
 * Makes the picture of an upload and stores it, before the transaction that shows it. Done once: a second try, after an
 * edit conflict for one, finds it. Null for an upload that was used, which only the retry of a write may name.
 * @throws UPLOAD_NOT_FOUND when nothing was put, MEDIA_REFUSED with `why`, STORAGE_UNAVAILABLE
 */
export async function storePicture(ctx: MediaContext, uploadId: string): Promise<MediaFile | null> {
  const upload = await findUpload(ctx.db.reader, { id: uploadId, staffId: ctx.staff.id });
  if (upload === null || upload.status === 'used') return null;
  const findMade = () => findFile(ctx.db.reader, pictureKey(upload));
  return limit(async () => {
    const made = await findMade();
    if (made !== null) return made;
    return makePicture(ctx, upload).catch(async (cause: unknown) => {
      // Another try of the same write may have made it meanwhile, and put the upload away.
      const other = await findMade();
      if (other === null) throw cause;
      return other;
    });
  });
}

async function makePicture({ db, storage }: MediaContext, upload: UploadRow): Promise<MediaFile> {
  const key = pictureKey(upload);
  const { data, ...picture } = await readPicture(await readUpload(storage, upload));
  await storage.put(sourceKey(key, 'webp'), data, { contentType: 'image/webp' });
  const file = { key, ...picture };
  await db.transaction((tx) => recordFile(tx, { ...file, bytes: data.length }));
  return file;
}

async function readUpload(storage: FileStore, upload: UploadRow): Promise<Buffer> {
  const file = await storage.find(upload.storageKey);
  if (file === null) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId: upload.id });
  try {
    return await pipeline(file, createExactSize(upload.bytes), (source) => buffer(source));
  } catch (error) {
    if (error instanceof UploadSizeError) throw refusedPicture('damaged');
    throw error;
  }
}

/** The file as it was uploaded has served; what cannot be removed now is swept away later. */
export async function dropUpload(
  { db, staff, storage, logger }: MediaContext,
  uploadId: string,
): Promise<void> {
  const upload = await findUpload(db.reader, { id: uploadId, staffId: staff.id });
  if (upload === null) return;
  await storage.delete(upload.storageKey).catch((cause: unknown) => {
    logger.warn('upload not removed', { uploadId, cause });
  });
}
