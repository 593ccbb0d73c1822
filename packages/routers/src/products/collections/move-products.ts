import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { listPickedIds, writePickedOrder } from './picked-store.ts';
import type { MoveMembersInput, StaffCollection } from './schemas.ts';
import { writePicked } from './write-collection.ts';

/**
 * Puts products of a collection that was picked by hand at another place in it.
 * @throws COLLECTION_NOT_FOUND, COLLECTION_RULED, PRODUCT_NOT_FOUND when one of them is not in it, VERSION_CONFLICT,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function moveProducts(ctx: StaffContext, input: MoveMembersInput): Promise<StaffCollection> {
  const { productIds, afterId } = input;
  return writePicked(ctx, { operation: 'collections.moveProducts', input }, async (tx) => {
    const before = await listPickedIds(tx, input.id);
    await writePickedOrder(tx, input.id, reorder(before, productIds, afterId));
    return { before: {}, after: { productIds, afterId } };
  });
}

function reorder(all: readonly string[], moved: readonly string[], afterId: string | null): string[] {
  const known = new Set(all);
  const stranger = moved.find((id) => !known.has(id));
  if (stranger !== undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id: stranger });
  const rest = all.filter((id) => !moved.includes(id));
  const index = afterId === null ? 0 : rest.indexOf(afterId) + 1;
  if (afterId !== null && index === 0) throw new ShopError('PRODUCT_NOT_FOUND', { id: afterId });
  return rest.toSpliced(index, 0, ...moved);
}
