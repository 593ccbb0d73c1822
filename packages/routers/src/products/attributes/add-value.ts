import type { StaffContext } from '../../customers/index.ts';
import type { AddValueInput, StaffAttribute } from './schemas.ts';
import { insertValues } from './value-store.ts';
import { assertLabelFree, writeValues } from './write-attribute.ts';

/**
 * Adds a value behind those a choice has.
 * @throws ATTRIBUTE_NOT_FOUND, NAME_TAKEN, CODE_TAKEN, INPUT_INVALID, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function addValue(ctx: StaffContext, input: AddValueInput): Promise<StaffAttribute> {
  const { label } = input;
  return writeValues(ctx, { operation: 'attributes.addValue', input }, async (tx, { id }, values) => {
    assertLabelFree(values, label);
    const [valueId] = await insertValues(tx, id, { labels: [label], from: values.length });
    return { before: {}, after: { valueId, label } };
  });
}
