import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { adjustRows } from './adjust-rows.ts';
import { figuresOf } from './figures.ts';
import type { AdjustStockInput, LevelFigures } from './schemas.ts';

/**
 * Counts units of a variant in or out at one location, by a change or to a number that is refused when the count moved.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, STOCK_CONFLICT with `yours` and `current`, STOCK_INVALID with the
 * figures when more is promised than would be left, IDEMPOTENCY_KEY_REUSED
 */
export async function adjustStock(ctx: StaffContext, input: AdjustStockInput): Promise<LevelFigures> {
  return writeAsStaff(ctx, { operation: 'stock.adjust', input }, async (tx) => {
    const { reason, note } = input;
    const [adjusted] = await adjustRows(tx, [input], { staffId: ctx.staff.id, reason, note });
    if (adjusted === undefined) throw new Error('nothing was adjusted');
    const { before, after } = adjusted;
    return {
      audit: {
        entityType: 'stock_level',
        entityId: input.variantId,
        before: { locationId: input.locationId, onHand: before.onHand },
        after: { locationId: input.locationId, onHand: after.onHand, reason, note },
      },
      receipt: figuresOf(after),
    };
  });
}
