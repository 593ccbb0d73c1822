import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockReviews, updateReply } from './moderation-store.ts';
import type { ReplyToReviewInput } from './schemas.ts';

/**
 * Gives a review the shop's public answer, or takes it away.
 * @throws REVIEW_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function replyToReview(
  ctx: StaffContext,
  input: ReplyToReviewInput,
): Promise<{ id: string; version: number; reply: string | null }> {
  const { id, reply } = input;
  return writeAsStaff(ctx, { operation: 'reviews.reply', input }, async (tx) => {
    const [review] = await lockReviews(tx, [id]);
    if (review === undefined) throw new ShopError('REVIEW_NOT_FOUND', { id });
    assertVersion(input.version, review.version);
    await updateReply(tx, id, { reply, now: ctx.now() });
    return {
      audit: { entityType: 'review', entityId: id, before: { reply: review.reply }, after: { reply } },
      receipt: { id, version: review.version + 1, reply },
    };
  });
}
