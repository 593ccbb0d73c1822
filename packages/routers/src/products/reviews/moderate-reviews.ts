import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { type LockedReview, lockReviews, updateStatuses } from './moderation-store.ts';
import type { ModerateManyInput, Moderated, ReviewStatus } from './schemas.ts';

/**
 * Approves or rejects reviews, all or none; approved ones count in their products' ratings.
 * @throws REVIEW_NOT_FOUND and VERSION_CONFLICT, each with the `id` of the review, INPUT_INVALID for one that comes twice,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function moderateReviews(
  ctx: StaffContext,
  input: ModerateManyInput,
  status: Exclude<ReviewStatus, 'pending'>,
): Promise<Moderated[]> {
  const operation = status === 'approved' ? 'reviews.approve' : 'reviews.reject';
  return writeAsStaff(ctx, { operation, input }, async (tx) => {
    const ids = input.reviews.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new ShopError('INPUT_INVALID', { reviews: 'twice' });
    const before = await lockReviews(tx, ids);
    const after = input.reviews.map((wanted) => judge(before, wanted, status));
    await updateStatuses(tx, ids, { status, staffId: ctx.staff.id, now: ctx.now() });
    return {
      audit: before.map((review) => ({
        entityType: 'review',
        entityId: review.id,
        before: { status: review.status },
        after: { status },
      })),
      receipt: after,
    };
  });
}

type Wanted = ModerateManyInput['reviews'][number];

function judge(locked: readonly LockedReview[], { id, version }: Wanted, status: ReviewStatus): Moderated {
  const review = locked.find((one) => one.id === id);
  if (review === undefined) throw new ShopError('REVIEW_NOT_FOUND', { id });
  if (review.version !== version) {
    throw new ShopError('VERSION_CONFLICT', { id, yours: version, current: review.version });
  }
  return { id, status, version: version + 1 };
}
