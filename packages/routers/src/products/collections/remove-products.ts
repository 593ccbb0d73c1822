import type { StaffContext } from '../../customers/index.ts';
import { deletePicked } from './picked-store.ts';
import type { ChangeMembersInput, StaffCollection } from './schemas.ts';
import { writePicked } from './write-collection.ts';

/**
 * Takes products out of a collection that was picked by hand.
 * @throws COLLECTION_NOT_FOUND, COLLECTION_RULED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeProducts(ctx: StaffContext, input: ChangeMembersInput): Promise<StaffCollection> {
  return writePicked(ctx, { operation: 'collections.removeProducts', input }, async (tx) => {
    const removed = await deletePicked(tx, input.id, input.productIds);
    return { before: { productIds: input.productIds }, after: { removed } };
  });
}
