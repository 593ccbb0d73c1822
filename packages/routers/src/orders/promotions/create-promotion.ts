import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertCode } from './code-store.ts';
import { getPromotion, insertPromotion } from './promotion-store.ts';
import type { CreatePromotionInput, Promotion } from './staff-schemas.ts';

/**
 * Makes a promotion: automatic, or with a first code, or for codes to be generated.
 * @throws CODE_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createPromotion(ctx: StaffContext, input: CreatePromotionInput): Promise<Promotion> {
  const { code, idempotencyKey: _key, ...terms } = input;
  const startsAt = new Date(terms.startsAt);
  const endsAt = terms.endsAt === null ? null : new Date(terms.endsAt);
  const id = await writeAsStaff(ctx, { operation: 'promotions.create', input }, async (tx) => {
    const promotionId = await insertPromotion(tx, { ...terms, startsAt, endsAt, now: ctx.now() });
    if (code !== null) await insertCode(tx, { promotionId, code, usageLimit: null });
    const after = { ...terms, code };
    return {
      audit: { entityType: 'promotion', entityId: promotionId, before: null, after },
      receipt: promotionId,
    };
  });
  return getPromotion(ctx.db.reader, id, ctx.now());
}
