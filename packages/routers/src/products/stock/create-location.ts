import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertLocation } from './location-store.ts';
import type { CreateLocationInput } from './schemas.ts';

/**
 * Adds a place that holds stock; it sells from the first unit on.
 * @throws CODE_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createLocation(ctx: StaffContext, input: CreateLocationInput): Promise<{ id: string }> {
  const { code, name } = input;
  return writeAsStaff(ctx, { operation: 'stock.createLocation', input }, async (tx) => {
    const id = await insertLocation(tx, { code, name });
    return {
      audit: { entityType: 'stock_location', entityId: id, before: null, after: { code, name } },
      receipt: { id },
    };
  });
}
