import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockLocations, updatePositions } from './location-store.ts';
import type { ReorderLocationsInput } from './schemas.ts';

/**
 * Puts the locations in an order that names each once.
 * @throws STOCK_CONFLICT when a location came or is missing, IDEMPOTENCY_KEY_REUSED
 */
export async function reorderLocations(
  ctx: StaffContext,
  input: ReorderLocationsInput,
): Promise<{ ids: string[] }> {
  return writeAsStaff(ctx, { operation: 'stock.reorderLocations', input }, async (tx) => {
    const locations = await lockLocations(tx);
    const wanted = new Set(input.ids);
    const complete = wanted.size === input.ids.length && wanted.size === locations.length;
    if (!complete || !locations.every(({ id }) => wanted.has(id))) {
      throw new ShopError('STOCK_CONFLICT', { yours: input.ids.length, current: locations.length });
    }
    await updatePositions(tx, input.ids);
    const before = locations.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
    return {
      audit: {
        entityType: 'stock_location',
        entityId: 'all',
        before: { ids: before },
        after: { ids: input.ids },
      },
      receipt: { ids: input.ids },
    };
  });
}
