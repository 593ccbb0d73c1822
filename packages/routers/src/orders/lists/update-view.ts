import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { SavedView, UpdateViewInput } from './schemas.ts';
import { getView, lockView, updateView } from './view-store.ts';

/**
 * Renames a view of one's own, gives it other filters, shares it or stops sharing it.
 * @throws VIEW_NOT_FOUND, VIEW_NAME_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function changeView(ctx: StaffContext, input: UpdateViewInput): Promise<SavedView> {
  const { id, version, name, filters, shared } = input;
  await writeAsStaff(ctx, { operation: 'orders.views.update', input }, async (tx) => {
    const view = await lockView(tx, id, ctx.staff.id);
    assertVersion(version, view.version);
    const before = { name: view.name, filters: view.filters, shared: view.shared };
    const after = {
      name: name ?? view.name,
      filters: filters ?? view.filters,
      shared: shared ?? view.shared,
    };
    await updateView(tx, view, after);
    return { audit: { entityType: 'saved_view', entityId: id, before, after }, receipt: null };
  });
  return getView(ctx.db.reader, id, ctx.staff.id);
}
