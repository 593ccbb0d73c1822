import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { lockPolicy, updatePolicy } from './policy-store.ts';
import { getPolicy } from './returnable-store.ts';
import type { ReturnPolicy, SetPolicyInput } from './schemas.ts';

const policyId = '00000000-0000-0000-0000-000000000000';

/**
 * Decides for how long things can be sent back, what the shop keeps and how they are to be sent.
 * @throws VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setPolicy(ctx: StaffContext, input: SetPolicyInput): Promise<ReturnPolicy> {
  await writeAsStaff(ctx, { operation: 'returns.setPolicy', input }, async (tx) => {
    const before = await lockPolicy(tx);
    assertVersion(input.version, before.version);
    const { windowDays, restockingFeePpm, instructions } = input;
    const after = { windowDays, restockingFeePpm, instructions, version: before.version + 1 };
    await updatePolicy(tx, after);
    const audit = {
      entityType: 'return_policy',
      entityId: policyId,
      before: { ...before },
      after: { ...after },
    };
    return { audit, receipt: null };
  });
  return getPolicy(ctx.db.reader);
}
