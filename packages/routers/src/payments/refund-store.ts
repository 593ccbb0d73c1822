import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface Refund {
  readonly id: string;
  readonly orderId: string;
  readonly paymentRef: string | null;
  readonly amountMinor: number;
  readonly status: 'requested' | 'succeeded' | 'failed';
}

async function sumOf(tx: Transaction, paymentId: string, statuses: Refund['status'][]): Promise<number> {
  const { total } = await tx
    .selectFrom('refund')
    .select(sql<number>`coalesce(sum(amount_minor), 0)::int8`.as('total'))
    .where('payment_id', '=', paymentId)
    .where('status', 'in', statuses)
    .executeTakeFirstOrThrow();
  return total;
}

/** What is asked for or given back already. */
export async function sumRefunds(tx: Transaction, paymentId: string): Promise<number> {
  return sumOf(tx, paymentId, ['requested', 'succeeded']);
}

/** What has been given back. */
export async function sumSucceeded(tx: Transaction, paymentId: string): Promise<number> {
  return sumOf(tx, paymentId, ['succeeded']);
}

export async function insertRefund(
  tx: Transaction,
  refund: { readonly paymentId: string; readonly amountMinor: number; readonly reason: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('refund')
    .values({ payment_id: refund.paymentId, amount_minor: refund.amountMinor, reason: refund.reason })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findRefund(reader: Reader, id: string): Promise<Refund | null> {
  const row = await reader
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.id',
      'payment.order_id as orderId',
      'payment.gateway_ref as paymentRef',
      'refund.amount_minor as amountMinor',
      'refund.status',
    ])
    .where('refund.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Settles a refund that was only asked for; false when it was settled before. */
export async function settleRefund(
  tx: Transaction,
  id: string,
  outcome: { readonly status: 'succeeded' | 'failed'; readonly gatewayRef: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('refund')
    .set({ status: outcome.status, gateway_ref: outcome.gatewayRef })
    .where('id', '=', id)
    .where('status', '=', 'requested')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
