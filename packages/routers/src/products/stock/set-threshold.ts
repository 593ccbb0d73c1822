import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockThreshold, updateThreshold } from './ledger-store.ts';
import type { SetThresholdInput } from './schemas.ts';

/**
 * Says at how many unpromised units a variant is low; null: never.
 * @throws VARIANT_NOT_FOUND, STOCK_CONFLICT with `yours` and `current`, IDEMPOTENCY_KEY_REUSED
 */
export async function setThreshold(
  ctx: StaffContext,
  input: SetThresholdInput,
): Promise<{ variantId: string; lowStockThreshold: number | null }> {
  const { variantId, lowStockThreshold } = input;
  return writeAsStaff(ctx, { operation: 'stock.setThreshold', input }, async (tx) => {
    const before = await lockThreshold(tx, variantId);
    if (before === undefined) throw new ShopError('VARIANT_NOT_FOUND', { variantId });
    if (before.lowStockThreshold !== input.expectedLowStockThreshold) {
      throw new ShopError('STOCK_CONFLICT', {
        yours: input.expectedLowStockThreshold,
        current: before.lowStockThreshold,
      });
    }
    await updateThreshold(tx, variantId, lowStockThreshold);
    return {
      audit: { entityType: 'product_variant', entityId: variantId, before, after: { lowStockThreshold } },
      receipt: { variantId, lowStockThreshold },
    };
  });
}
