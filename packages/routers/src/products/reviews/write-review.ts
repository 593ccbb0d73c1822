import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import type { CustomerActor } from '../../customers/index.ts';
import { authorNameOf } from './author-name.ts';
import { findOwnReview, hasBought, isPublicProduct, saveReview } from './own-store.ts';
import type { OwnReview, WriteReviewInput } from './schemas.ts';

export type CustomerContext = Pick<Context, 'db' | 'now'> & { readonly customer: CustomerActor };

/**
 * Writes the customer's review of a product, or changes it: one per customer and product. It is shown once staff approve
 * it, again after each change. Whether it is verified, orders decide.
 * @throws PRODUCT_NOT_FOUND
 */
export async function writeReview(ctx: CustomerContext, input: WriteReviewInput): Promise<OwnReview> {
  const { id: customerId, name, email, emailVerified } = ctx.customer;
  const own = { customerId, productId: input.productId };
  return ctx.db.transaction(async (tx) => {
    if (!(await isPublicProduct(tx, input.productId))) throw new ShopError('PRODUCT_NOT_FOUND', own);
    const buyer = { customerId, email: emailVerified ? email.toLowerCase() : null };
    const verified = await hasBought(tx, buyer, input.productId);
    await saveReview(tx, { ...input, customerId, authorName: authorNameOf(name), verified, now: ctx.now() });
    const review = await findOwnReview(tx, own);
    if (review === null) throw new Error('the review was not written');
    return review;
  });
}
