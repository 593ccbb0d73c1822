import type { StaffContext } from '../../customers/index.ts';
import { addSetting, editSetting } from '../settings/write-setting.ts';
import {
  deleteRegionRow,
  insertRegion,
  type LockedRegion,
  lockRegion,
  updateRegionRow,
} from './region-store.ts';
import type { CreateRegionInput, DeleteRegionInput, RegionTerms, UpdateRegionInput } from './schemas.ts';

const entityType = 'region';

function factsOf({ name, currency, taxInclusive, countries, active }: RegionTerms) {
  return { name, currency, taxInclusive, countries, active };
}

function beforeOf({ name, currency, taxInclusive }: LockedRegion) {
  return { name, currency, taxInclusive };
}

/**
 * Adds a region the shop sells in; gives its id.
 * @throws NAME_TAKEN, COUNTRY_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createRegion(ctx: StaffContext, input: CreateRegionInput): Promise<string> {
  return addSetting(
    ctx,
    { operation: 'regions.create', input },
    { entityType, insert: (tx) => insertRegion(tx, input), after: factsOf(input) },
  );
}

/**
 * Changes a region. Carts there take its currency at their shopper's next choice.
 * @throws REGION_NOT_FOUND, NAME_TAKEN, COUNTRY_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updateRegion(ctx: StaffContext, input: UpdateRegionInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'regions.update', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockRegion(tx, input.id),
      change: async (tx, region) => {
        await updateRegionRow(tx, region, input);
        return { before: beforeOf(region), after: factsOf(input) };
      },
    },
  );
}

/**
 * Deletes a region: its countries are in none any more.
 * @throws REGION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteRegion(ctx: StaffContext, input: DeleteRegionInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'regions.delete', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockRegion(tx, input.id),
      change: async (tx, region) => {
        await deleteRegionRow(tx, input.id);
        return { before: beforeOf(region), after: null };
      },
    },
  );
}
