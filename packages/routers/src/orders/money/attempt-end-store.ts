import type { Transaction } from '@turing/db';

/** Ends the live attempt of a payment, if it has one. */
export async function endAttempts(
  tx: Transaction,
  paymentId: string,
  status: 'succeeded' | 'failed' | 'expired' = 'expired',
): Promise<void> {
  await tx
    .updateTable('payment_attempt')
    .set({ status, active_key: null })
    .where('active_key', '=', paymentId)
    .execute();
}
