import { limitBackorders, ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { figuresOf } from './figures.ts';
import { lockPlaces, placeKey, updateBackorderLimit } from './ledger-store.ts';
import type { LevelFigures, SetPolicyInput } from './schemas.ts';

/**
 * Allows so many units to be promised beyond what is on hand at a location; zero allows none.
 * @throws VARIANT_NOT_FOUND, STOCK_LOCATION_NOT_FOUND, STOCK_CONFLICT with `yours` and `current`, STOCK_INVALID with the
 * figures when more is promised beyond what is on hand already, IDEMPOTENCY_KEY_REUSED
 */
export async function setPolicy(ctx: StaffContext, input: SetPolicyInput): Promise<LevelFigures> {
  return writeAsStaff(ctx, { operation: 'stock.setPolicy', input }, async (tx) => {
    const level = (await lockPlaces(tx, [input])).get(placeKey(input));
    if (level === undefined) throw new Error('the level was not locked');
    if (level.backorderLimit !== input.expectedBackorderLimit) {
      throw new ShopError('STOCK_CONFLICT', {
        yours: input.expectedBackorderLimit,
        current: level.backorderLimit,
      });
    }
    const after = { ...level, ...limitBackorders(level, input.backorderLimit) };
    await updateBackorderLimit(tx, level, after.backorderLimit);
    const { locationId } = input;
    return {
      audit: {
        entityType: 'stock_level',
        entityId: input.variantId,
        before: { locationId, backorderLimit: level.backorderLimit },
        after: { locationId, backorderLimit: after.backorderLimit },
      },
      receipt: figuresOf(after),
    };
  });
}
