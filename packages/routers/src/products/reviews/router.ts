import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { customerProcedure, router, staffProcedure } from '../../trpc.ts';
import { moderateReviews } from './moderate-reviews.ts';
import { countReviews, listStaffReviews, verifyRatings } from './moderation-store.ts';
import { findOwnReview } from './own-store.ts';
import { removeReview } from './remove-review.ts';
import { replyToReview } from './reply-to-review.ts';
import {
  moderatedSchema,
  moderateManyInput,
  moderateReviewInput,
  ownReviewInput,
  ownReviewSchema,
  ratingCheckSchema,
  repliedSchema,
  replyToReviewInput,
  reviewCountsSchema,
  staffListReviewsInput,
  staffReviewPageSchema,
  writeReviewInput,
} from './schemas.ts';
import { writeReview } from './write-review.ts';

/** A customer's own review of a product. */
export const ownReviewRouter = router({
  mine: customerProcedure
    .input(ownReviewInput)
    .output(ownReviewSchema.nullable())
    .query(({ ctx, input }) => findOwnReview(ctx.db.reader, { customerId: ctx.customer.id, ...input })),

  write: customerProcedure
    .input(writeReviewInput)
    .output(ownReviewSchema)
    .mutation(({ ctx, input }) => writeReview(ctx, input)),

  remove: customerProcedure
    .input(ownReviewInput)
    .output(z.object({ productId: idSchema }))
    .mutation(({ ctx, input }) => removeReview(ctx, input)),
});

export const staffReviewsRouter = router({
  list: staffProcedure('reviews:moderate')
    .input(staffListReviewsInput)
    .output(staffReviewPageSchema)
    .query(({ ctx, input }) => listStaffReviews(ctx.db, input)),

  counts: staffProcedure('reviews:moderate')
    .output(reviewCountsSchema)
    .query(({ ctx }) => countReviews(ctx.db)),

  /** Whether the products' ratings agree with their reviews. */
  verify: staffProcedure('reviews:moderate')
    .output(ratingCheckSchema)
    .query(({ ctx }) => verifyRatings(ctx.db)),

  approve: staffProcedure('reviews:moderate')
    .input(moderateReviewInput)
    .output(z.array(moderatedSchema))
    .mutation(({ ctx, input: { idempotencyKey, ...review } }) =>
      moderateReviews(ctx, { reviews: [review], idempotencyKey }, 'approved'),
    ),

  reject: staffProcedure('reviews:moderate')
    .input(moderateReviewInput)
    .output(z.array(moderatedSchema))
    .mutation(({ ctx, input: { idempotencyKey, ...review } }) =>
      moderateReviews(ctx, { reviews: [review], idempotencyKey }, 'rejected'),
    ),

  approveMany: staffProcedure('reviews:moderate')
    .input(moderateManyInput)
    .output(z.array(moderatedSchema))
    .mutation(({ ctx, input }) => moderateReviews(ctx, input, 'approved')),

  rejectMany: staffProcedure('reviews:moderate')
    .input(moderateManyInput)
    .output(z.array(moderatedSchema))
    .mutation(({ ctx, input }) => moderateReviews(ctx, input, 'rejected')),

  reply: staffProcedure('reviews:moderate')
    .input(replyToReviewInput)
    .output(repliedSchema)
    .mutation(({ ctx, input }) => replyToReview(ctx, input)),
});
