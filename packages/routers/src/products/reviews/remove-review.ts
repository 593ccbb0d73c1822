import { ShopError } from '@turing/domain';
import { deleteOwnReview } from './own-store.ts';
import type { CustomerContext } from './write-review.ts';

/**
 * Takes the customer's review of a product away.
 * @throws REVIEW_NOT_FOUND
 */
export async function removeReview(
  ctx: CustomerContext,
  { productId }: { readonly productId: string },
): Promise<{ productId: string }> {
  return ctx.db.transaction(async (tx) => {
    const removed = await deleteOwnReview(tx, { customerId: ctx.customer.id, productId });
    if (!removed) throw new ShopError('REVIEW_NOT_FOUND', { productId });
    return { productId };
  });
}
