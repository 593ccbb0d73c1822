import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { releaseLines } from '../stock-store.ts';
import { endReservation } from './reservation-store.ts';
import type { ReleaseReservationInput } from './schemas.ts';

/**
 * Gives back what a live reservation keeps, once.
 * @throws RESERVATION_NOT_FOUND when there is none or it ended, IDEMPOTENCY_KEY_REUSED
 */
export async function releaseReservation(
  ctx: StaffContext,
  input: ReleaseReservationInput,
): Promise<{ id: string }> {
  const { id } = input;
  return writeAsStaff(ctx, { operation: 'stock.release', input }, async (tx) => {
    const kept = await endReservation(tx, id, ctx.now());
    if (kept === undefined) throw new ShopError('RESERVATION_NOT_FOUND', { id });
    await releaseLines(tx, [kept]);
    return {
      audit: {
        entityType: 'stock_reservation',
        entityId: id,
        before: { quantity: kept.quantity },
        after: { quantity: 0 },
      },
      receipt: { id },
    };
  });
}
