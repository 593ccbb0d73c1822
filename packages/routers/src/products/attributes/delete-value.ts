import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import type { DeleteValueInput, StaffAttribute } from './schemas.ts';
import { countValueUses, deleteValueRow } from './value-store.ts';
import { getValue, writeValues } from './write-attribute.ts';

/**
 * Deletes a value that no product has and no rule names.
 * @throws ATTRIBUTE_NOT_FOUND, ATTRIBUTE_IN_USE with how many `products` and `collections`, INPUT_INVALID,
 * VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteValue(ctx: StaffContext, input: DeleteValueInput): Promise<StaffAttribute> {
  const { valueId } = input;
  return writeValues(ctx, { operation: 'attributes.deleteValue', input }, async (tx, _attribute, values) => {
    const { code, label } = getValue(values, valueId);
    const uses = await countValueUses(tx, valueId);
    if (uses.products > 0 || uses.collections > 0) throw new ShopError('ATTRIBUTE_IN_USE', uses);
    await deleteValueRow(tx, valueId);
    return { before: { valueId, code, label }, after: {} };
  });
}
