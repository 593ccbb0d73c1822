import type { StaffContext } from '../../customers/index.ts';
import { addSetting, editSetting } from '../settings/write-setting.ts';
import {
  deleteMethodRow,
  insertMethod,
  type LockedMethod,
  lockMethod,
  updateMethodRow,
} from './method-store.ts';
import type { CreateMethodInput, DeleteInput, MethodTerms, UpdateMethodInput } from './schemas.ts';
import { lockZone } from './zone-store.ts';

const entityType = 'shipping_method';

function factsOf({ name, active, rates }: MethodTerms) {
  return { name, active, rates };
}

function nameOf({ name, active }: LockedMethod) {
  return { name, active };
}

/**
 * Adds a way to send to a zone, or a place to fetch; gives its id.
 * @throws SHIPPING_ZONE_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function createMethod(ctx: StaffContext, input: CreateMethodInput): Promise<string> {
  return addSetting(
    ctx,
    { operation: 'shipping.createMethod', input },
    {
      entityType,
      insert: async (tx) => {
        const zone = await lockZone(tx, input.zoneId);
        return insertMethod(tx, zone.id, input);
      },
      after: factsOf(input),
    },
  );
}

/**
 * Changes a method and its rates; orders keep what they were placed with.
 * @throws SHIPPING_METHOD_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updateMethod(ctx: StaffContext, input: UpdateMethodInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'shipping.updateMethod', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockMethod(tx, input.id),
      change: async (tx, method) => {
        await updateMethodRow(tx, method, input);
        return { before: nameOf(method), after: factsOf(input) };
      },
    },
  );
}

/**
 * Deletes a method. Orders placed with it keep its name and price.
 * @throws SHIPPING_METHOD_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteMethod(ctx: StaffContext, input: DeleteInput): Promise<null> {
  return editSetting(
    ctx,
    { operation: 'shipping.deleteMethod', input },
    {
      entityType,
      entityId: input.id,
      lock: (tx) => lockMethod(tx, input.id),
      change: async (tx, method) => {
        await deleteMethodRow(tx, input.id);
        return { before: nameOf(method), after: null };
      },
    },
  );
}
