import { randomUUID } from 'node:crypto';
import { adjustStock, ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { figuresOf } from './figures.ts';
import { insertMovements, lockPlaces, placeKey } from './ledger-store.ts';
import type { TransferResult, TransferStockInput } from './schemas.ts';

/**
 * Moves units from one location to another: two movements that share an id.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, STOCK_INVALID with the figures when more is promised than would be
 * left, INPUT_INVALID when both locations are the same, IDEMPOTENCY_KEY_REUSED
 */
export async function transferStock(ctx: StaffContext, input: TransferStockInput): Promise<TransferResult> {
  const { variantId, quantity, note } = input;
  const source = { variantId, locationId: input.fromLocationId };
  const target = { variantId, locationId: input.toLocationId };
  if (source.locationId === target.locationId) {
    throw new ShopError('INPUT_INVALID', { toLocationId: target.locationId });
  }
  const transferId = randomUUID();
  return writeAsStaff(ctx, { operation: 'stock.transfer', input }, async (tx) => {
    const levels = await lockPlaces(tx, [source, target]);
    const before = { from: levels.get(placeKey(source)), to: levels.get(placeKey(target)) };
    if (before.from === undefined || before.to === undefined) throw new Error('a level was not locked');
    const from = { ...before.from, ...adjustStock(before.from, -quantity) };
    const to = { ...before.to, ...adjustStock(before.to, quantity) };
    const cause = { reason: 'transferred' as const, staffId: ctx.staff.id, note, transferId };
    await insertMovements(tx, [
      { ...source, ...cause, quantity: -quantity },
      { ...target, ...cause, quantity },
    ]);
    const both = (fromOnHand: number, toOnHand: number) => ({
      from: { locationId: source.locationId, onHand: fromOnHand },
      to: { locationId: target.locationId, onHand: toOnHand },
    });
    return {
      audit: {
        entityType: 'stock_level',
        entityId: variantId,
        before: both(before.from.onHand, before.to.onHand),
        after: { ...both(from.onHand, to.onHand), transferId, note },
      },
      receipt: { transferId, from: figuresOf(from), to: figuresOf(to) },
    };
  });
}
