import type { StaffContext } from '../../customers/index.ts';
import { insertPicked } from './picked-store.ts';
import type { ChangeMembersInput, StaffCollection } from './schemas.ts';
import { writePicked } from './write-collection.ts';

/**
 * Picks products for a collection, behind those it has.
 * @throws COLLECTION_NOT_FOUND, COLLECTION_RULED, PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function addProducts(ctx: StaffContext, input: ChangeMembersInput): Promise<StaffCollection> {
  return writePicked(ctx, { operation: 'collections.addProducts', input }, async (tx) => {
    const added = await insertPicked(tx, input.id, input.productIds);
    return { before: {}, after: { added, productIds: input.productIds } };
  });
}
