import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { OrderNote } from './schemas.ts';

/** Notes of an order: pinned ones first, then the latest. */
export async function listNotes(reader: Reader, orderId: string): Promise<OrderNote[]> {
  return reader
    .selectFrom('order_note as n')
    .innerJoin('staff', 'staff.id', 'n.staff_id')
    .select([
      'n.id',
      'n.kind',
      'n.body',
      'n.pinned',
      'staff.name as author',
      'n.version',
      'n.created_at as createdAt',
      'n.updated_at as updatedAt',
    ])
    .where('n.order_id', '=', orderId)
    .orderBy('n.pinned', 'desc')
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .$narrowType<{ createdAt: Date; updatedAt: Date }>()
    .execute();
}

/** What staff wrote to the buyer, oldest first. */
export async function listMessages(reader: Reader, orderId: string) {
  return reader
    .selectFrom('order_note')
    .select(['id', 'body', 'created_at as createdAt'])
    .where('order_id', '=', orderId)
    .where('kind', '=', 'customer')
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .$narrowType<{ createdAt: Date }>()
    .execute();
}

export interface NewNote {
  readonly orderId: string;
  readonly staffId: string;
  readonly kind: OrderNote['kind'];
  readonly body: string;
  readonly pinned: boolean;
}

export async function insertNote(tx: Transaction, note: NewNote): Promise<string> {
  const { id } = await tx
    .insertInto('order_note')
    .values({
      order_id: note.orderId,
      staff_id: note.staffId,
      kind: note.kind,
      body: note.body,
      pinned: note.pinned,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type LockedNote = Pick<OrderNote, 'id' | 'kind' | 'pinned' | 'version'>;

/** @throws ORDER_NOTE_NOT_FOUND */
export async function lockNote(
  tx: Transaction,
  { id, orderId }: { readonly id: string; readonly orderId: string },
): Promise<LockedNote> {
  const row = await tx
    .selectFrom('order_note')
    .select(['id', 'kind', 'pinned', 'version'])
    .where('id', '=', id)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ORDER_NOTE_NOT_FOUND');
  return row;
}

export async function updateNote(
  tx: Transaction,
  note: LockedNote,
  change: Pick<OrderNote, 'body' | 'pinned'>,
): Promise<void> {
  await tx
    .updateTable('order_note')
    .set({ ...change, version: note.version + 1, updated_at: sql`now()` })
    .where('id', '=', note.id)
    .execute();
}

export async function deleteNote(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('order_note').where('id', '=', id).execute();
}
