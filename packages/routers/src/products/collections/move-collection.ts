import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockCollections, updateCollectionRow, writeCollectionOrder } from './collection-store.ts';
import type { MoveCollectionInput, StaffCollection } from './schemas.ts';
import { getStaffCollection } from './staff-collections-store.ts';

/**
 * Puts a collection at another place in the order of the shop: behind another, or first.
 * @throws COLLECTION_NOT_FOUND also for the one it should stand behind, INPUT_INVALID behind itself, VERSION_CONFLICT with
 * both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function moveCollection(
  ctx: StaffContext,
  input: MoveCollectionInput,
): Promise<StaffCollection> {
  const { id, afterId } = input;
  if (id === afterId) throw new ShopError('INPUT_INVALID', { afterId: 'itself' });
  await writeAsStaff(ctx, { operation: 'collections.move', input }, async (tx) => {
    const collections = await lockCollections(tx);
    const from = placeOf(collections, id);
    assertVersion(input.version, collections[from]?.version ?? 0);
    const others = collections.toSpliced(from, 1);
    const to = afterId === null ? 0 : placeOf(others, afterId) + 1;
    const ids = others.map((collection) => collection.id);
    await writeCollectionOrder(tx, ids.toSpliced(to, 0, id));
    await updateCollectionRow(tx, id);
    const before = { afterId: collections[from - 1]?.id ?? null };
    return { audit: { entityType: 'collection', entityId: id, before, after: { afterId } }, receipt: null };
  });
  return getStaffCollection(ctx.db, id);
}

/** @throws COLLECTION_NOT_FOUND */
function placeOf(collections: readonly { readonly id: string }[], id: string): number {
  const place = collections.findIndex((collection) => collection.id === id);
  if (place === -1) throw new ShopError('COLLECTION_NOT_FOUND', { id });
  return place;
}
