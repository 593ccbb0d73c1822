import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockAttribute, updateAttributeRow } from './attribute-store.ts';
import type { StaffAttribute, UpdateAttributeInput } from './schemas.ts';
import { getStaffAttribute } from './staff-attributes-store.ts';

/**
 * Changes an attribute's name, unit, or whether lists can be filtered by it. Its code and kind stay.
 * @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID for a unit of what is no number, VERSION_CONFLICT with both versions,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function updateAttribute(
  ctx: StaffContext,
  input: UpdateAttributeInput,
): Promise<StaffAttribute> {
  const { id, changes } = input;
  await writeAsStaff(ctx, { operation: 'attributes.update', input }, async (tx) => {
    const { version, kind, name, unit, filterable } = await lockAttribute(tx, id);
    assertVersion(input.version, version);
    if (changes.unit != null && kind !== 'number') throw new ShopError('INPUT_INVALID', { kind });
    await updateAttributeRow(tx, id, changes);
    const before = { name, unit, filterable };
    return { audit: { entityType: 'attribute', entityId: id, before, after: changes }, receipt: null };
  });
  return getStaffAttribute(ctx.db, id);
}
