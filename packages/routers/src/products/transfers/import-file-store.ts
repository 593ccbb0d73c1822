import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

const atOnce = 100;

/** Files all of whose runs ended before that moment. */
export async function listOldImportFiles(db: Reader, before: Date): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select storage_key as key from catalogue_import where storage_key <> '' group by storage_key
    having bool_and(finished_at is not null and finished_at < ${before}) limit ${atOnce}`.execute(db);
  return rows.map(({ key }) => key);
}

/** Lets go of a file; false when a run wants it. */
export async function forgetImportFile(tx: Transaction, key: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select finished_at is not null as ended from catalogue_import where storage_key = ${key} for update`.execute(
    tx,
  );
  if (rows.length === 0 || rows.some(({ ended }) => !ended)) return false;
  await sql`update catalogue_import set storage_key = '' where storage_key = ${key}`.execute(tx);
  return true;
}
