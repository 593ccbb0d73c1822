import type { Context } from '../../context.ts';
import type { FileStore } from '../../platform/index.ts';
import { findFile, forgetUnreferencedFiles } from './file-store.ts';
import { sourceKey } from './rendition.ts';
import { pictureKey } from './store-picture.ts';
import { deleteUpload, listExpiredUploads } from './upload-store.ts';

export interface SweepContext extends Pick<Context, 'db' | 'now'> {
  readonly storage: FileStore;
}

const dayMs = 24 * 60 * 60_000;
/** Somebody may still have it open in a form or an old page. */
const pictureGraceMs = 7 * dayMs;

/**
 * Removes what nobody needs: uploads a day after their address expired, what broken-off writes left, and pictures that
 * for a week nothing has shown and no order remembers. At most `limit` of each; the next run goes on.
 */
export async function sweepMedia(
  ctx: SweepContext,
  limit: number,
): Promise<{ uploads: number; unfinished: number; pictures: number }> {
  const now = ctx.now().getTime();
  const uploads = await sweepUploads(ctx, new Date(now - dayMs), limit);
  const unfinished = await ctx.storage.removeUnfinished(new Date(now - dayMs));
  const pictures = await ctx.db.transaction((tx) =>
    forgetUnreferencedFiles(tx, new Date(now - pictureGraceMs), limit),
  );
  return { uploads, unfinished, pictures };
}

async function sweepUploads({ db, storage }: SweepContext, before: Date, limit: number): Promise<number> {
  const uploads = await listExpiredUploads(db.reader, before, limit);
  for (const upload of uploads) {
    const key = pictureKey(upload);
    await storage.delete(upload.storageKey);
    // A picture that was stored and not recorded, because the process ended in between.
    if ((await findFile(db.reader, key)) === null) await storage.delete(sourceKey(key, 'webp'));
    await db.transaction((tx) => deleteUpload(tx, upload.id));
  }
  return uploads.length;
}
