import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { DeleteViewInput } from './schemas.ts';
import { deleteView, lockView } from './view-store.ts';

/**
 * Deletes a view of one's own, for everybody when it was shared.
 * @throws VIEW_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeView(ctx: StaffContext, input: DeleteViewInput): Promise<null> {
  const { id, version } = input;
  return writeAsStaff(ctx, { operation: 'orders.views.delete', input }, async (tx) => {
    const view = await lockView(tx, id, ctx.staff.id);
    assertVersion(version, view.version);
    await deleteView(tx, id);
    const before = { name: view.name, filters: view.filters, shared: view.shared };
    return { audit: { entityType: 'saved_view', entityId: id, before, after: null }, receipt: null };
  });
}
