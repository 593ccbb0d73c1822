import type { Transaction } from '@turing/db';
import type { ReturnPolicy } from './schemas.ts';

export async function lockPolicy(tx: Transaction): Promise<ReturnPolicy> {
  return tx
    .selectFrom('return_policy')
    .select([
      'window_days as windowDays',
      'restocking_fee_ppm as restockingFeePpm',
      'instructions',
      'version',
    ])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updatePolicy(tx: Transaction, policy: ReturnPolicy): Promise<void> {
  await tx
    .updateTable('return_policy')
    .set({
      window_days: policy.windowDays,
      restocking_fee_ppm: policy.restockingFeePpm,
      instructions: policy.instructions,
      version: policy.version,
    })
    .execute();
}
