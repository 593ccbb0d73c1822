import type { StaffContext } from '../../customers/index.ts';
import type { RenameValueInput, StaffAttribute } from './schemas.ts';
import { updateLabel } from './value-store.ts';
import { assertLabelFree, getValue, writeValues } from './write-attribute.ts';

/**
 * Calls a value something else. Its code stays, so that addresses of filtered lists do.
 * @throws ATTRIBUTE_NOT_FOUND, NAME_TAKEN, INPUT_INVALID, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function renameValue(ctx: StaffContext, input: RenameValueInput): Promise<StaffAttribute> {
  const { valueId, label } = input;
  return writeValues(ctx, { operation: 'attributes.renameValue', input }, async (tx, _attribute, values) => {
    const value = getValue(values, valueId);
    assertLabelFree(
      values.filter(({ id }) => id !== valueId),
      label,
    );
    await updateLabel(tx, valueId, label);
    return { before: { valueId, label: value.label }, after: { valueId, label } };
  });
}
