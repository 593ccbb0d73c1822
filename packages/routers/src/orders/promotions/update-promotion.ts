import type { StaffContext } from '../../customers/index.ts';
import { type LockedPromotion, type PromotionColumns, updatePromotion } from './promotion-store.ts';
import type { EndPromotionInput, Promotion, UpdatePromotionInput } from './staff-schemas.ts';
import { differences, writePromotion } from './write-promotion.ts';

function termsOf({
  id: _id,
  automatic: _automatic,
  version: _version,
  ...terms
}: LockedPromotion): PromotionColumns {
  return terms;
}

/**
 * Changes the terms of a promotion. Carts follow at once; orders keep what they got.
 * @throws PROMOTION_NOT_FOUND, VERSION_CONFLICT, INPUT_INVALID for a limit below its uses, IDEMPOTENCY_KEY_REUSED
 */
export async function changePromotion(ctx: StaffContext, input: UpdatePromotionInput): Promise<Promotion> {
  const { id: _id, version: _version, idempotencyKey: _key, ...fields } = input;
  const startsAt = new Date(fields.startsAt);
  const terms = { ...fields, startsAt, endsAt: fields.endsAt === null ? null : new Date(fields.endsAt) };
  return writePromotion(ctx, { operation: 'promotions.update', input }, async (tx, promotion) => {
    await updatePromotion(tx, promotion, { terms, now: ctx.now() });
    return differences(termsOf(promotion), terms);
  });
}

/**
 * Ends a promotion now, one that has not started before it starts. What has ended stays as it is.
 * @throws PROMOTION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function endPromotion(ctx: StaffContext, input: EndPromotionInput): Promise<Promotion> {
  return writePromotion(ctx, { operation: 'promotions.end', input }, async (tx, promotion) => {
    const now = ctx.now();
    const terms = termsOf(promotion);
    const last = now > terms.startsAt ? now : terms.startsAt;
    const endsAt = terms.endsAt !== null && terms.endsAt < last ? terms.endsAt : last;
    await updatePromotion(tx, promotion, { terms: { ...terms, endsAt }, now });
    return { before: { endsAt: terms.endsAt }, after: { endsAt } };
  });
}
