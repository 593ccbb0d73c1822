import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { CreateViewInput, SavedView } from './schemas.ts';
import { getView, insertView } from './view-store.ts';

/**
 * Keeps filters under a name, for oneself or for everybody.
 * @throws VIEW_NAME_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createView(ctx: StaffContext, input: CreateViewInput): Promise<SavedView> {
  const { name, filters, shared } = input;
  const id = await writeAsStaff(ctx, { operation: 'orders.views.create', input }, async (tx) => {
    const after = { name, filters, shared };
    const made = await insertView(tx, ctx.staff.id, after);
    return { audit: { entityType: 'saved_view', entityId: made, before: null, after }, receipt: made };
  });
  return getView(ctx.db.reader, id, ctx.staff.id);
}
