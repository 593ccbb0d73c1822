import type { Reader, Transaction } from '@turing/db';
import type { PaymentProvider } from '@turing/domain';
import { sql } from 'kysely';

export interface Refund {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly provider: PaymentProvider;
  readonly paymentRef: string | null;
  readonly amountMinor: number;
  readonly status: 'requested' | 'succeeded' | 'failed';
}

/** What has been given back. */
export async function sumSucceeded(tx: Transaction, paymentId: string): Promise<number> {
  const { total } = await tx
    .selectFrom('refund')
    .select(sql<number>`coalesce(sum(amount_minor), 0)::int8`.as('total'))
    .where('payment_id', '=', paymentId)
    .where('status', '=', 'succeeded')
    .executeTakeFirstOrThrow();
  return total;
}

export async function findRefund(reader: Reader, id: string): Promise<Refund | null> {
  const row = await reader
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.id',
      'payment.order_id as orderId',
      'payment.id as paymentId',
      'payment.provider',
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
  outcome: {
    readonly status: 'succeeded' | 'failed';
    readonly gatewayRef: string | null;
    readonly reference?: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('refund')
    .set({
      status: outcome.status,
      gateway_ref: outcome.gatewayRef,
      reference: outcome.reference ?? null,
    })
    .where('id', '=', id)
    .where('status', '=', 'requested')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
