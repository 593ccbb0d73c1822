import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Note } from '../accounts/schemas.ts';

/** What staff wrote down about a customer, the newest first, at most 200. */
export function listNotes(reader: Reader, customerId: string): Promise<Note[]> {
  return reader
    .selectFrom('customer_note as n')
    .innerJoin('staff', 'staff.id', 'n.staff_id')
    .select([
      'n.id',
      'n.body',
      'staff.name as staffName',
      'n.version',
      'n.created_at as createdAt',
      'n.updated_at as updatedAt',
    ])
    .where('n.customer_id', '=', customerId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .$narrowType<{ createdAt: Date; updatedAt: Date }>()
    .execute();
}

export interface NewNote {
  readonly customerId: string;
  readonly staffId: string;
  readonly body: string;
  readonly now: Date;
}

export async function insertNote(tx: Transaction, note: NewNote): Promise<string> {
  const { id } = await tx
    .insertInto('customer_note')
    .values({
      customer_id: note.customerId,
      staff_id: note.staffId,
      body: note.body,
      created_at: note.now,
      updated_at: note.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface LockedNote {
  readonly id: string;
  readonly customerId: string;
  readonly body: string;
  readonly version: number;
}

/** @throws CUSTOMER_NOTE_NOT_FOUND */
export async function lockNote(tx: Transaction, id: string): Promise<LockedNote> {
  const row = await tx
    .selectFrom('customer_note')
    .select(['id', 'customer_id as customerId', 'body', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('CUSTOMER_NOTE_NOT_FOUND', { id });
  return row;
}

export async function updateNote(
  tx: Transaction,
  note: LockedNote,
  change: { readonly body: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('customer_note')
    .set({ body: change.body, updated_at: change.now, version: note.version + 1 })
    .where('id', '=', note.id)
    .execute();
}

export async function deleteNote(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('customer_note').where('id', '=', id).execute();
}
