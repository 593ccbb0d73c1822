import type { StaffContext } from '../../customers/index.ts';
import { addSetting, editSetting } from '../settings/write-setting.ts';
import type { CreateZoneInput, DeleteInput, UpdateZoneInput } from './schemas.ts';
import {
  deleteZoneRow,
  describePlace,
  insertZone,
  listPlaces,
  lockZone,
  updateZoneRow,
} from './zone-store.ts';

const entityType = 'shipping_zone';

/**
 * Adds a shipping zone without methods; gives its id.
 * @throws NAME_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createZone(ctx: StaffContext, input: CreateZoneInput): Promise<string> {
  const { name, places } = input;
  return addSetting(
    ctx,
    { operation: 'shipping.createZone', input },
    {
      entityType,
      insert: (tx) => insertZone(tx, { name, places }),
      after: { name, places: places.map(describePlace) },
    },
  );
}

/**
 * Renames a zone and says anew which places are in it.
 * @throws SHIPPING_ZONE_NOT_FOUND, NAME_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updateZone(ctx: StaffContext, input: UpdateZoneInput): Promise<null> {
  const { id, name, places } = input;
  return editSetting(
    ctx,
    { operation: 'shipping.updateZone', input },
    {
      entityType,
      entityId: id,
      lock: (tx) => lockZone(tx, id),
      change: async (tx, zone) => {
        const before = { name: zone.name, places: await listPlaces(tx, id) };
        await updateZoneRow(tx, zone, { name, places });
        return { before, after: { name, places: await listPlaces(tx, id) } };
      },
    },
  );
}

/**
 * Deletes a zone with its methods: nobody there is offered them any more.
 * @throws SHIPPING_ZONE_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteZone(ctx: StaffContext, input: DeleteInput): Promise<null> {
  const { id } = input;
  return editSetting(
    ctx,
    { operation: 'shipping.deleteZone', input },
    {
      entityType,
      entityId: id,
      lock: (tx) => lockZone(tx, id),
      change: async (tx, zone) => {
        const before = { name: zone.name, places: await listPlaces(tx, id) };
        await deleteZoneRow(tx, id);
        return { before, after: null };
      },
    },
  );
}
