import type { Transaction } from '@turing/db';

/** Takes an upload out of what is swept away: from now on its file is an import's. Null when it is not there. */
export async function takeUpload(
  tx: Transaction,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<{ readonly storageKey: string; readonly fileName: string } | null> {
  const taken = await tx
    .deleteFrom('media_upload')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .where('status', '=', 'pending')
    .returning(['storage_key as storageKey', 'file_name as fileName'])
    .executeTakeFirst();
  return taken ?? null;
}
