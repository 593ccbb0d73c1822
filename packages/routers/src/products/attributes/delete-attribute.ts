import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { EditInput } from '../categories/schemas.ts';
import { countUses, deleteAttributeRow, lockAttribute } from './attribute-store.ts';
import { lockValues } from './value-store.ts';

/**
 * Deletes an attribute that no product has and no rule names.
 * @throws ATTRIBUTE_NOT_FOUND, ATTRIBUTE_IN_USE with how many `products` and `collections`, VERSION_CONFLICT with both
 * versions, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteAttribute(ctx: StaffContext, input: EditInput): Promise<{ id: string }> {
  const { id } = input;
  return writeAsStaff(ctx, { operation: 'attributes.delete', input }, async (tx) => {
    const { version, name, code, kind } = await lockAttribute(tx, id);
    assertVersion(input.version, version);
    await lockValues(tx, id);
    const uses = await countUses(tx, id);
    if (uses.products > 0 || uses.collections > 0) throw new ShopError('ATTRIBUTE_IN_USE', uses);
    await deleteAttributeRow(tx, id);
    const before = { name, code, kind };
    return { audit: { entityType: 'attribute', entityId: id, before, after: null }, receipt: { id } };
  });
}
