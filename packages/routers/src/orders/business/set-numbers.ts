import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { listNumberSeries, lockNumberSeries, setNumberSeries } from './business-store.ts';
import type { NumberSeries, SetNumbersInput } from './schemas.ts';

/**
 * Where a series of numbers goes on and what stands before them. It only goes forward: a number is given out once.
 * @throws NUMBER_TAKEN with the `nextNumber` there is, VERSION_CONFLICT when a number was taken meanwhile,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function setNumbers(ctx: StaffContext, input: SetNumbersInput): Promise<NumberSeries> {
  await writeAsStaff(ctx, { operation: 'business.setNumbers', input }, async (tx) => {
    const before = await lockNumberSeries(tx, input.kind);
    if (input.nextNumber < before.nextNumber) {
      throw new ShopError('NUMBER_TAKEN', { nextNumber: before.nextNumber });
    }
    assertVersion(input.seenNextNumber, before.nextNumber);
    // Order numbers stand alone.
    const prefix = input.kind === 'order' ? '' : input.prefix;
    await setNumberSeries(tx, { ...input, prefix });
    const after = { kind: input.kind, prefix, nextNumber: input.nextNumber };
    return { audit: { entityType: 'number_series', entityId: input.kind, before, after }, receipt: null };
  });
  return listNumberSeries(ctx.db.reader);
}
