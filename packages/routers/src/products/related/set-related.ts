import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { SetRelatedInput } from './schemas.ts';
import { keepProducts, listPicked, lockVersion, replacePicked } from './staff-related-store.ts';

/**
 * Picks the products shown beside one, in order.
 * @throws PRODUCT_NOT_FOUND with the `id`, VERSION_CONFLICT, INPUT_INVALID for the product itself or one that comes twice,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function setRelated(
  ctx: StaffContext,
  input: SetRelatedInput,
): Promise<{ productId: string; version: number }> {
  const { productId, relatedIds } = input;
  if (new Set([productId, ...relatedIds]).size <= relatedIds.length) {
    throw new ShopError('INPUT_INVALID', { relatedIds: 'itself or twice' });
  }
  return writeAsStaff(ctx, { operation: 'products.setRelated', input }, async (tx) => {
    const version = await lockVersion(tx, productId);
    if (version === undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id: productId });
    assertVersion(input.version, version);
    const known = await keepProducts(tx, relatedIds);
    const missing = relatedIds.find((id) => !known.has(id));
    if (missing !== undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id: missing });
    const before = await listPicked(tx, productId);
    await replacePicked(tx, productId, relatedIds);
    return {
      audit: {
        entityType: 'product',
        entityId: productId,
        before: { relatedIds: before },
        after: { relatedIds },
      },
      receipt: { productId, version: version + 1 },
    };
  });
}
