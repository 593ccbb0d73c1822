import type { Transaction } from '@turing/db';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { getPromotion, type LockedPromotion, lockPromotion } from './promotion-store.ts';
import type { Promotion } from './staff-schemas.ts';

interface PromotionWrite {
  readonly operation: string;
  readonly input: { readonly id: string; readonly version: number; readonly idempotencyKey: string };
}

type Facts = Record<string, unknown>;

/**
 * One change of one promotion by staff: once per key, on the version they looked at, with its audit row. Lock order: the key,
 * then the promotion.
 * @throws PROMOTION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function writePromotion(
  ctx: StaffContext,
  write: PromotionWrite,
  change: (
    tx: Transaction,
    promotion: LockedPromotion,
  ) => Promise<{ readonly before: Facts | null; readonly after: Facts }>,
): Promise<Promotion> {
  const { id, version } = write.input;
  await writeAsStaff(ctx, write, async (tx) => {
    const promotion = await lockPromotion(tx, id);
    assertVersion(version, promotion.version);
    const { before, after } = await change(tx, promotion);
    return { audit: { entityType: 'promotion', entityId: id, before, after }, receipt: null };
  });
  return getPromotion(ctx.db.reader, id, ctx.now());
}

/** Of two records, what differs. */
export function differences(before: object, after: object): { before: Facts; after: Facts } {
  const [old, next] = [before as Facts, after as Facts];
  const keys = Object.keys(next).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(next[key]));
  const pick = (facts: Facts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return { before: pick(old), after: pick(next) };
}
