import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { deleteNote, listNotes, type LockedNote, lockNote, updateNote } from './note-store.ts';
import type { DeleteNoteInput, OrderNote, UpdateNoteInput } from './schemas.ts';

/**
 * Rewrites or pins a note to colleagues.
 * @throws ORDER_NOTE_NOT_FOUND, INPUT_INVALID for one the customer has got, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function editNote(ctx: StaffContext, input: UpdateNoteInput): Promise<OrderNote[]> {
  const { body, pinned } = input;
  return writeNote(ctx, { operation: 'orders.notes.update', input }, async (tx, note) => {
    await updateNote(tx, note, { body, pinned });
    return { noteId: note.id, pinned, version: note.version + 1 };
  });
}

/**
 * Removes a note to colleagues.
 * @throws ORDER_NOTE_NOT_FOUND, INPUT_INVALID for one the customer has got, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeNote(ctx: StaffContext, input: DeleteNoteInput): Promise<OrderNote[]> {
  return writeNote(ctx, { operation: 'orders.notes.delete', input }, async (tx, note) => {
    await deleteNote(tx, note.id);
    return { noteId: note.id, removed: true };
  });
}

async function writeNote(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: DeleteNoteInput },
  change: (tx: Transaction, note: LockedNote) => Promise<Record<string, unknown>>,
): Promise<OrderNote[]> {
  const { id: orderId, noteId, version } = write.input;
  await writeAsStaff(ctx, write, async (tx) => {
    const note = await lockNote(tx, { id: noteId, orderId });
    assertVersion(version, note.version);
    // A letter is out of the shop's hands: the order shows what was sent.
    if (note.kind === 'customer') throw new ShopError('INPUT_INVALID', { kind: note.kind });
    const before = { noteId, pinned: note.pinned, version: note.version };
    const after = await change(tx, note);
    return { audit: { entityType: 'order', entityId: orderId, before, after }, receipt: null };
  });
  return listNotes(ctx.db.reader, orderId);
}
