import type { Transaction } from '@turing/db';

/** The order of a card whose first letter has not been noted; null without one. */
export async function findUnsentOrder(tx: Transaction, accountId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('credit_account')
    .select('order_id as orderId')
    .where('id', '=', accountId)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return row?.orderId ?? null;
}

export async function markSent(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('credit_account')
    .set({ sent_at: now })
    .where('id', '=', accountId)
    .where('sent_at', 'is', null)
    .execute();
}
