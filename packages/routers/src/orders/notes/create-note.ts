import { appendEvent } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { appendTimeline, lockOrder } from '../order-store.ts';
import { insertNote, listNotes } from './note-store.ts';
import type { CreateNoteInput, OrderNote } from './schemas.ts';

/**
 * Writes a note on an order: for colleagues, or to the customer, who gets it as a letter and finds it with the order.
 * @throws ORDER_NOT_FOUND, INPUT_INVALID for a pinned note to the customer, IDEMPOTENCY_KEY_REUSED
 */
export async function createNote(ctx: StaffContext, input: CreateNoteInput): Promise<OrderNote[]> {
  const { id: orderId, kind, body, pinned } = input;
  if (pinned && kind === 'customer') throw new ShopError('INPUT_INVALID', { pinned });
  await writeAsStaff(ctx, { operation: 'orders.notes.create', input }, async (tx) => {
    await lockOrder(tx, { id: orderId });
    const noteId = await insertNote(tx, { orderId, staffId: ctx.staff.id, kind, body, pinned });
    if (kind === 'customer') {
      await appendTimeline(tx, {
        orderId,
        kind: 'noted',
        from: null,
        to: null,
        actor: { kind: 'staff', id: ctx.staff.id },
        data: { noteId },
      });
      await appendEvent(tx, { type: 'order.noted', entityId: orderId, payload: { noteId } });
    }
    // Not what it says: the audit is never erased.
    return {
      audit: { entityType: 'order', entityId: orderId, before: null, after: { noteId, kind, pinned } },
      receipt: null,
    };
  });
  return listNotes(ctx.db.reader, orderId);
}
