import { allocateStock, ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { writeAllocated } from '../stock-store.ts';
import { lockPlaces, placeKey } from './ledger-store.ts';
import { insertReservation } from './reservation-store.ts';
import type { ReserveStockInput } from './schemas.ts';

/**
 * Keeps units for somebody until a time to come.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, PRODUCT_OUT_OF_STOCK with what is `available`, INPUT_INVALID when
 * the time is past, IDEMPOTENCY_KEY_REUSED
 */
export async function reserveStock(ctx: StaffContext, input: ReserveStockInput): Promise<{ id: string }> {
  const { quantity, reference } = input;
  const expiresAt = new Date(input.expiresAt);
  if (expiresAt <= ctx.now()) throw new ShopError('INPUT_INVALID', { expiresAt: input.expiresAt });
  return writeAsStaff(ctx, { operation: 'stock.reserve', input }, async (tx) => {
    const level = (await lockPlaces(tx, [input])).get(placeKey(input));
    if (level === undefined) throw new Error('the level was not locked');
    if (!level.active) throw new ShopError('PRODUCT_OUT_OF_STOCK', { requested: quantity, available: 0 });
    const after = { ...level, ...allocateStock(level, quantity) };
    await writeAllocated(tx, [after]);
    const id = await insertReservation(tx, {
      ...after,
      quantity,
      reference,
      staffId: ctx.staff.id,
      expiresAt,
    });
    return {
      audit: {
        entityType: 'stock_reservation',
        entityId: id,
        before: null,
        after: {
          variantId: input.variantId,
          locationId: input.locationId,
          quantity,
          reference,
          expiresAt: input.expiresAt,
        },
      },
      receipt: { id },
    };
  });
}
