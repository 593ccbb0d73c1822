import { lockCustomer } from '../customer-store.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { deleteNote, insertNote, type LockedNote, lockNote, updateNote } from './note-store.ts';
import type { AddNoteInput, DeleteNoteInput, EditNoteInput, NoteReceipt } from './schemas.ts';

/**
 * Writes a note about a customer. The audit names the note and not its words: it is never erased, and they may have to be.
 * @throws CUSTOMER_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function addNote(ctx: StaffContext, input: AddNoteInput): Promise<NoteReceipt> {
  return writeAsStaff(ctx, { operation: 'customers.addNote', input }, async (tx) => {
    const { id: customerId } = await lockCustomer(tx, input.customerId);
    const note = { customerId, staffId: ctx.staff.id, body: input.body, now: ctx.now() };
    const id = await insertNote(tx, note);
    return {
      audit: auditOf(customerId, null, { noteId: id, version: 1, characters: input.body.length }),
      receipt: { id, version: 1 },
    };
  });
}

/**
 * Rewrites a note.
 * @throws CUSTOMER_NOTE_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function editNote(ctx: StaffContext, input: EditNoteInput): Promise<NoteReceipt> {
  return writeAsStaff(ctx, { operation: 'customers.editNote', input }, async (tx) => {
    const note = await lockNote(tx, input.id);
    assertVersion(input.version, note.version);
    await updateNote(tx, note, { body: input.body, now: ctx.now() });
    const version = note.version + 1;
    return {
      audit: auditOf(note.customerId, factsOf(note), {
        ...factsOf(note),
        version,
        characters: input.body.length,
      }),
      receipt: { id: note.id, version },
    };
  });
}

/**
 * Deletes a note.
 * @throws CUSTOMER_NOTE_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeNote(ctx: StaffContext, input: DeleteNoteInput): Promise<null> {
  return writeAsStaff(ctx, { operation: 'customers.deleteNote', input }, async (tx) => {
    const note = await lockNote(tx, input.id);
    assertVersion(input.version, note.version);
    await deleteNote(tx, note.id);
    return { audit: auditOf(note.customerId, factsOf(note), null), receipt: null };
  });
}

type Facts = Record<string, unknown> | null;

function auditOf(customerId: string, before: Facts, after: Facts) {
  return { entityType: 'customer', entityId: customerId, before, after };
}

function factsOf({ id, version, body }: LockedNote) {
  return { noteId: id, version, characters: body.length };
}
