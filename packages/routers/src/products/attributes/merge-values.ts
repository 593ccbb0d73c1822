import type { StaffContext } from '../../customers/index.ts';
import { refreshCollectionsLater } from '../collections/refresh-queue-store.ts';
import type { MergeValuesInput, StaffAttribute } from './schemas.ts';
import { deleteValueRow, replaceValue } from './value-store.ts';
import { getValue, writeValues } from './write-attribute.ts';

/**
 * Makes one value of two: products and rules that have `fromId` have `intoId` instead, and `fromId` is gone.
 * @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function mergeValues(ctx: StaffContext, input: MergeValuesInput): Promise<StaffAttribute> {
  const { fromId, intoId } = input;
  return writeValues(ctx, { operation: 'attributes.mergeValues', input }, async (tx, _attribute, values) => {
    const [from, into] = [getValue(values, fromId), getValue(values, intoId)];
    await replaceValue(tx, fromId, intoId);
    await deleteValueRow(tx, fromId);
    await refreshCollectionsLater(tx);
    return { before: { from, into }, after: { into } };
  });
}
