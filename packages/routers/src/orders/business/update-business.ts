import { normaliseAddress, ShopError, validateAddress } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { getBusiness, lockBusiness, saveBusiness } from './business-store.ts';
import type { Business, UpdateBusinessInput } from './schemas.ts';

/**
 * Changes who sells here, from the next document and letter on: what was issued stays as it is.
 * @throws ADDRESS_INVALID with `fields`, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updateBusiness(ctx: StaffContext, input: UpdateBusinessInput): Promise<Business> {
  const fields = validateAddress(input.address);
  if (fields.length > 0) throw new ShopError('ADDRESS_INVALID', { fields });
  const { idempotencyKey: _key, ...wanted } = input;
  await writeAsStaff(ctx, { operation: 'business.update', input }, async (tx) => {
    const before = await lockBusiness(tx);
    assertVersion(input.version, before.version);
    const after = { ...wanted, address: normaliseAddress(input.address), version: before.version + 1 };
    await saveBusiness(tx, after, ctx.now());
    return { audit: { entityType: 'business', entityId: 'business', before, after }, receipt: null };
  });
  return getBusiness(ctx.db.reader);
}
