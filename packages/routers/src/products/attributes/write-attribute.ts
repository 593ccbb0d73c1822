import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { EditInput } from '../categories/schemas.ts';
import { lockAttribute, type LockedAttribute, updateAttributeRow } from './attribute-store.ts';
import type { StaffAttribute } from './schemas.ts';
import { getStaffAttribute } from './staff-attributes-store.ts';
import { type LockedValue, lockValues } from './value-store.ts';

interface Change {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/**
 * One change of one choice and its values, on the version somebody looked at. Lock order: idempotency record,
 * attribute, its values, then what `change` locks.
 * @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID for another kind of attribute, whose values are fixed or none,
 * VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeValues(
  ctx: StaffContext,
  { operation, input }: { readonly operation: string; readonly input: EditInput },
  change: (tx: Transaction, attribute: LockedAttribute, values: readonly LockedValue[]) => Promise<Change>,
): Promise<StaffAttribute> {
  const { id } = input;
  await writeAsStaff(ctx, { operation, input }, async (tx) => {
    const attribute = await lockAttribute(tx, id);
    assertVersion(input.version, attribute.version);
    if (attribute.kind !== 'choice') throw new ShopError('INPUT_INVALID', { kind: attribute.kind });
    const { before, after } = await change(tx, attribute, await lockValues(tx, id));
    await updateAttributeRow(tx, id);
    return { audit: { entityType: 'attribute', entityId: id, before, after }, receipt: null };
  });
  return getStaffAttribute(ctx.db, id);
}

/** @throws ATTRIBUTE_NOT_FOUND when the value is not of the attribute */
export function getValue(values: readonly LockedValue[], id: string): LockedValue {
  const value = values.find((candidate) => candidate.id === id);
  if (value === undefined) throw new ShopError('ATTRIBUTE_NOT_FOUND', { valueId: id });
  return value;
}

/** @throws NAME_TAKEN when another value reads the same */
export function assertLabelFree(values: readonly LockedValue[], label: string): void {
  const wanted = label.toLowerCase();
  if (values.some((value) => value.label.toLowerCase() === wanted))
    throw new ShopError('NAME_TAKEN', { label });
}
