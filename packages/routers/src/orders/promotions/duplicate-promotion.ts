import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { getPromotion, insertPromotion, lockPromotion } from './promotion-store.ts';
import type { DuplicatePromotionInput, Promotion } from './staff-schemas.ts';

/**
 * Copies the terms of a promotion, without its codes. The copy has ended: it gives nothing until somebody sets its dates.
 * @throws PROMOTION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function duplicatePromotion(
  ctx: StaffContext,
  input: DuplicatePromotionInput,
): Promise<Promotion> {
  const id = await writeAsStaff(ctx, { operation: 'promotions.duplicate', input }, async (tx) => {
    const { id: _id, version: _version, ...terms } = await lockPromotion(tx, input.id);
    const now = ctx.now();
    const name = `Copy of ${terms.name}`.slice(0, 80);
    const copy = await insertPromotion(tx, { ...terms, name, startsAt: now, endsAt: now, now });
    const after = { copyOf: input.id, name };
    return { audit: { entityType: 'promotion', entityId: copy, before: null, after }, receipt: copy };
  });
  return getPromotion(ctx.db.reader, id, ctx.now());
}
