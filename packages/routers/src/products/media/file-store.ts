import { addJob, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

/** A stored picture. */
export interface MediaFile {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export async function findFile(reader: Reader, key: string): Promise<MediaFile | null> {
  const { rows } = await sql<MediaFile>`
    select key, width, height, colour from media_file where key = ${key}`.execute(reader);
  return rows[0] ?? null;
}

/** Records a picture that is in the storage; until something shows it, its time to be swept away runs. */
export async function recordFile(
  tx: Transaction,
  file: MediaFile & { readonly bytes: number },
): Promise<void> {
  await tx
    .insertInto('media_file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Keeps a picture from being swept away until the transaction has said where it is shown.
 * @throws UPLOAD_NOT_FOUND when it has been swept away
 */
export async function holdFile(tx: Transaction, key: string): Promise<void> {
  const { rows } = await sql`select 1 from media_file where key = ${key} for key share`.execute(tx);
  if (rows.length === 0) throw new ShopError('UPLOAD_NOT_FOUND', { key });
}

const isShown = sql`exists (select from product_media m where m.key = f.key)
  or exists (select from category c where c.image_key = f.key)
  or exists (select from collection c where c.image_key = f.key)
  or exists (select from order_line l where l.image_key = f.key)`;

/**
 * Forgets pictures that nothing has shown since before that moment, and queues the removal of their files. One that
 * something shows after all, an order among them, stays. Answers how many were forgotten.
 */
export async function forgetUnreferencedFiles(tx: Transaction, before: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ key: string; shown: boolean }>`
    select f.key, ${isShown} as shown from media_file f where f.unreferenced_since < ${before}
    order by f.unreferenced_since limit ${limit} for update skip locked`.execute(tx);
  const kept = rows.flatMap(({ key, shown }) => (shown ? [key] : []));
  const gone = rows.flatMap(({ key, shown }) => (shown ? [] : [key]));
  await sql`update media_file set unreferenced_since = null where key = any (${kept}::text[])`.execute(tx);
  await sql`delete from media_file where key = any (${gone}::text[])`.execute(tx);
  for (const key of gone)
    await addJob(tx, { task: 'delete-media', payload: { key } }, { key: `media:${key}` });
  return gone.length;
}
