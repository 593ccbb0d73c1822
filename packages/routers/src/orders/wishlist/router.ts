import { customerProcedure, router } from '../../trpc.ts';
import { addWish, listWishes, moveWishToCart, removeWish } from './change-wishes.ts';
import {
  listWishesInput,
  wishedSchema,
  wishInput,
  wishlistSchema,
  wishToCartInput,
  wishToCartSchema,
} from './schemas.ts';
import { listWishRows } from './wish-store.ts';

export const wishlistRouter = router({
  list: customerProcedure
    .input(listWishesInput)
    .output(wishlistSchema)
    .query(({ ctx, input }) => listWishes(ctx, input)),
  /** Only which variants are wished for: what hearts need. */
  wished: customerProcedure.output(wishedSchema).query(async ({ ctx }) => ({
    wished: (await listWishRows(ctx.db.reader, ctx.customer.id)).map(({ variantId }) => variantId),
  })),
  add: customerProcedure
    .input(wishInput)
    .output(wishedSchema)
    .mutation(({ ctx, input }) => addWish(ctx, input)),
  remove: customerProcedure
    .input(wishInput)
    .output(wishedSchema)
    .mutation(({ ctx, input }) => removeWish(ctx, input)),
  moveToCart: customerProcedure
    .input(wishToCartInput)
    .output(wishToCartSchema)
    .mutation(({ ctx, input }) => moveWishToCart(ctx, input)),
});
