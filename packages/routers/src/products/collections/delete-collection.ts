import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { EditInput } from '../categories/schemas.ts';
import { deleteCollectionRow, lockCollection } from './collection-store.ts';

/**
 * Deletes a collection; its products stay in the shop.
 * @throws COLLECTION_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteCollection(ctx: StaffContext, input: EditInput): Promise<{ id: string }> {
  const { id } = input;
  return writeAsStaff(ctx, { operation: 'collections.delete', input }, async (tx) => {
    const { version, name, slug, kind, rules, published } = await lockCollection(tx, id);
    assertVersion(input.version, version);
    await deleteCollectionRow(tx, id);
    const before = { name, slug, kind, rules, published };
    return { audit: { entityType: 'collection', entityId: id, before, after: null }, receipt: { id } };
  });
}
