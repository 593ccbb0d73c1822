import type { StaffContext } from '../../customers/index.ts';
import { ShopError } from '@turing/domain';
import type { ReorderValuesInput, StaffAttribute } from './schemas.ts';
import { writeValuePositions } from './value-store.ts';
import { writeValues } from './write-attribute.ts';

/**
 * Puts all values of a choice in another order.
 * @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID when it is not all of them, each once; VERSION_CONFLICT,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function reorderValues(ctx: StaffContext, input: ReorderValuesInput): Promise<StaffAttribute> {
  return writeValues(
    ctx,
    { operation: 'attributes.reorderValues', input },
    async (tx, _attribute, values) => {
      const before = values.map(({ id }) => id);
      const wanted = new Set(input.valueIds);
      if (
        wanted.size !== input.valueIds.length ||
        wanted.size !== before.length ||
        before.some((id) => !wanted.has(id))
      )
        throw new ShopError('INPUT_INVALID', { field: 'valueIds' });
      await writeValuePositions(tx, input.valueIds);
      return { before: { values: before }, after: { values: input.valueIds } };
    },
  );
}
