import { isForeignKeyViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';

export interface WishRow {
  readonly variantId: string;
  readonly addedAt: Date;
}

/** What a customer wishes for, the newest first. */
export function listWishRows(reader: Reader, customerId: string): Promise<WishRow[]> {
  return reader
    .selectFrom('wishlist_item')
    .select(['variant_id as variantId', 'created_at as addedAt'])
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('variant_id')
    .$narrowType<{ addedAt: Date }>()
    .execute();
}

/** @throws VARIANT_NOT_FOUND */
export async function insertWish(
  tx: Transaction,
  wish: { readonly customerId: string; readonly variantId: string; readonly now: Date },
): Promise<void> {
  try {
    await tx
      .insertInto('wishlist_item')
      .values({ customer_id: wish.customerId, variant_id: wish.variantId, created_at: wish.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } catch (error) {
    throw isForeignKeyViolation(error) ? new ShopError('VARIANT_NOT_FOUND', wish) : error;
  }
}

export async function deleteWish(tx: Transaction, customerId: string, variantId: string): Promise<void> {
  await tx
    .deleteFrom('wishlist_item')
    .where('customer_id', '=', customerId)
    .where('variant_id', '=', variantId)
    .execute();
}
