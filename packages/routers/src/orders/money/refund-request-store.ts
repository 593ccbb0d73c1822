import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

/** What is asked for or given back already, by payment. */
export async function sumRefundsByPayment(
  tx: Transaction,
  orderId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; total: number }>`
    select r.payment_id as id, sum(r.amount_minor)::int8 as total from refund r join payment p on p.id = r.payment_id
    where p.order_id = ${orderId} and r.status in ('requested', 'succeeded') group by 1`.execute(tx);
  return new Map(rows.map(({ id, total }) => [id, total]));
}

export interface RequestedRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly amountMinor: number;
}

/** What was asked for under a key before. */
export async function findRequestedRefunds(tx: Transaction, key: string): Promise<RequestedRefund[]> {
  return tx
    .selectFrom('refund')
    .select(['id', 'payment_id as paymentId', 'amount_minor as amountMinor'])
    .where('request_key', '=', key)
    .orderBy('id')
    .execute();
}

export async function insertRefund(
  tx: Transaction,
  refund: Omit<RequestedRefund, 'id'> & { readonly reason: string; readonly key: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('refund')
    .values({
      payment_id: refund.paymentId,
      amount_minor: refund.amountMinor,
      reason: refund.reason,
      request_key: refund.key,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
