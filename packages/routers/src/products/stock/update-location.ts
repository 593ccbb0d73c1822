import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { type LocationRow, lockLocations, promisedUnits, updateLocationRow } from './location-store.ts';
import type { UpdateLocationInput } from './schemas.ts';

/**
 * Renames a location, or lets it sell or not. One that does not sell keeps what lies there.
 * @throws STOCK_LOCATION_NOT_FOUND, VERSION_CONFLICT, STOCK_LOCATION_IN_USE with what is `promised` there, or for the last
 * one that sells, IDEMPOTENCY_KEY_REUSED
 */
export async function updateLocation(
  ctx: StaffContext,
  input: UpdateLocationInput,
): Promise<{ id: string; version: number }> {
  return writeAsStaff(ctx, { operation: 'stock.updateLocation', input }, async (tx) => {
    const locations = await lockLocations(tx);
    const before = locations.find(({ id }) => id === input.id);
    if (before === undefined) throw new ShopError('STOCK_LOCATION_NOT_FOUND', { id: input.id });
    assertVersion(input.version, before.version);
    const after = { name: input.name ?? before.name, active: input.active ?? before.active };
    const closes = before.active && !after.active;
    if (closes && isLastActive(locations, before))
      throw new ShopError('STOCK_LOCATION_IN_USE', { last: true });
    // Locks every level of a location that changes: orders that come meanwhile wait and see it closed.
    await updateLocationRow(tx, input.id, after);
    const promised = closes ? await promisedUnits(tx, input.id) : 0;
    if (promised > 0) throw new ShopError('STOCK_LOCATION_IN_USE', { promised });
    return {
      audit: {
        entityType: 'stock_location',
        entityId: input.id,
        before: { name: before.name, active: before.active },
        after,
      },
      receipt: { id: input.id, version: before.version + 1 },
    };
  });
}

function isLastActive(locations: readonly LocationRow[], closing: LocationRow): boolean {
  return !locations.some(({ id, active }) => active && id !== closing.id);
}
