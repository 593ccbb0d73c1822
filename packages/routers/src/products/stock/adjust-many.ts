import { randomUUID } from 'node:crypto';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { adjustRows } from './adjust-rows.ts';
import type { AdjustManyInput, AdjustManyResult } from './schemas.ts';

/**
 * Counts up to 1,000 places at once, all or none.
 * @throws as `adjustRows`, each error with the `row` it is about, and IDEMPOTENCY_KEY_REUSED
 */
export async function adjustMany(ctx: StaffContext, input: AdjustManyInput): Promise<AdjustManyResult> {
  const countId = randomUUID();
  return writeAsStaff(ctx, { operation: 'stock.adjustMany', input }, async (tx) => {
    const { reason, note } = input;
    const rows = await adjustRows(tx, input.rows, { staffId: ctx.staff.id, reason, note });
    const moved = rows.filter(({ before, after }) => before.onHand !== after.onHand);
    const figures = (pick: 'before' | 'after') =>
      moved.map((row) => [row[pick].variantId, row[pick].locationId, row[pick].onHand]);
    return {
      audit: {
        entityType: 'stock_count',
        entityId: countId,
        before: { levels: figures('before') },
        after: { levels: figures('after'), reason, note },
      },
      receipt: { adjusted: moved.length, unchanged: rows.length - moved.length },
    };
  });
}
