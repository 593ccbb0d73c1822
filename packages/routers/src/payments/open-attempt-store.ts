import type { Reader } from '@turing/db';

/** The orders that wait for money, their own or a difference, on a payment page opened before `openedBefore`, oldest page first. */
export async function listOpenAttemptTokens(
  reader: Reader,
  openedBefore: Date,
  limit: number,
): Promise<string[]> {
  const rows = await reader
    .selectFrom('payment_attempt as attempt')
    .innerJoin('payment', 'payment.id', 'attempt.payment_id')
    .innerJoin('order', 'order.id', 'payment.order_id')
    .select('order.token')
    .where('attempt.active_key', 'is not', null)
    .where('attempt.status', '=', 'open')
    .where('attempt.created_at', '<=', openedBefore)
    .where((is) => is.or([is('order.status', '=', 'pending'), is('payment.purpose', '=', 'difference')]))
    .orderBy('attempt.created_at')
    .limit(limit)
    .execute();
  return rows.map(({ token }) => token);
}
