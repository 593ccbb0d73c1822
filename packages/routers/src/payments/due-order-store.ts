import type { Reader } from '@turing/db';

export interface DueOrder {
  readonly token: string;
  readonly paymentId: string;
}

/** An order whose time to pay is over; null when it was paid, cancelled or has time left. */
export async function findDueOrder(reader: Reader, orderId: string, now: Date): Promise<DueOrder | null> {
  const row = await reader
    .selectFrom('order')
    .innerJoin('payment', 'payment.order_id', 'order.id')
    .select(['order.token', 'payment.id as paymentId'])
    .where('order.id', '=', orderId)
    .where('order.status', '=', 'pending')
    .where('payment.purpose', '=', 'order')
    .where('payment.status', 'in', ['pending', 'failed'])
    .where('order.expires_at', '<=', now)
    .executeTakeFirst();
  return row ?? null;
}

export async function listDueOrderIds(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('order')
    .innerJoin('payment', 'payment.order_id', 'order.id')
    .select('order.id')
    .where('order.status', '=', 'pending')
    .where('payment.purpose', '=', 'order')
    .where('payment.status', 'in', ['pending', 'failed'])
    .where('order.expires_at', '<=', now)
    .orderBy('order.expires_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
