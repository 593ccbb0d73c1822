import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertAttribute, lockOrder } from './attribute-store.ts';
import type { CreateAttributeInput, StaffAttribute } from './schemas.ts';
import { getStaffAttribute } from './staff-attributes-store.ts';
import { codeOf, insertValues } from './value-store.ts';

/**
 * A new attribute, the last in order; a boolean comes with the values yes and no.
 * @throws CODE_TAKEN by another attribute, or by two values alike; INPUT_INVALID when no code can be made of a name;
 * IDEMPOTENCY_KEY_REUSED
 */
export async function createAttribute(
  ctx: StaffContext,
  input: CreateAttributeInput,
): Promise<StaffAttribute> {
  const id = await writeAsStaff(ctx, { operation: 'attributes.create', input }, async (tx) => {
    const position = (await lockOrder(tx)).length;
    const code = input.code ?? codeOf(input.name);
    const entityId = await insertAttribute(tx, { ...input, code, position });
    const labels = input.kind === 'boolean' ? ['Yes', 'No'] : input.values;
    await insertValues(tx, entityId, { labels, from: 0 });
    const { name, kind, unit, filterable } = input;
    const after = { name, code, kind, unit, filterable, values: labels };
    return { audit: { entityType: 'attribute', entityId, before: null, after }, receipt: entityId };
  });
  return getStaffAttribute(ctx.db, id);
}
