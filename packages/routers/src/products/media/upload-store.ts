import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface NewUpload {
  readonly storageKey: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly staffId: string;
  readonly expiresAt: Date;
}

export interface UploadRow extends Omit<NewUpload, 'fileName'> {
  readonly id: string;
  readonly status: 'pending' | 'used';
}

export async function insertUpload(tx: Transaction, upload: NewUpload): Promise<string> {
  const { id } = await tx
    .insertInto('media_upload')
    .values({
      storage_key: upload.storageKey,
      file_name: upload.fileName,
      content_type: upload.contentType,
      bytes: upload.bytes,
      staff_id: upload.staffId,
      expires_at: upload.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An upload of this member of staff; anybody else's is not found. */
export async function findUpload(
  reader: Reader,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<UploadRow | null> {
  const { rows } = await sql<UploadRow>`
    select id, storage_key as "storageKey", content_type as "contentType", bytes, status, staff_id as "staffId",
      expires_at as "expiresAt"
    from media_upload where id = ${id}::uuid and staff_id = ${staffId}::uuid`.execute(reader);
  return rows[0] ?? null;
}

/**
 * Uses an upload up: it becomes one picture, once.
 * @throws UPLOAD_NOT_FOUND when it was used, swept away, or never this person's
 */
export async function useUpload(
  tx: Transaction,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<void> {
  const used = await tx
    .updateTable('media_upload')
    .set({ status: 'used' })
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .where('status', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  if (used === undefined) throw new ShopError('UPLOAD_NOT_FOUND', { uploadId: id });
}

/** Uploads whose address expired before that moment, used or not, longest ago first. */
export async function listExpiredUploads(
  reader: Reader,
  before: Date,
  limit: number,
): Promise<{ id: string; storageKey: string }[]> {
  const { rows } = await sql<{ id: string; storageKey: string }>`
    select id, storage_key as "storageKey" from media_upload
    where expires_at < ${before} order by expires_at limit ${limit}`.execute(reader);
  return rows;
}

export async function deleteUpload(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('media_upload').where('id', '=', id).execute();
}
