import type { Reader, Transaction } from '@turing/db';
import { type Currency, type PaymentState, ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface Payment {
  readonly id: string;
  readonly orderId: string;
  readonly status: PaymentState;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly authorisedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly gatewayRef: string | null;
}

function selectPayment(reader: Reader) {
  return reader
    .selectFrom('payment')
    .select([
      'payment.id',
      'payment.order_id as orderId',
      'payment.status',
      'payment.currency',
      'payment.amount_minor as amountMinor',
      'payment.authorised_minor as authorisedMinor',
      'payment.captured_minor as capturedMinor',
      'payment.refunded_minor as refundedMinor',
      'payment.gateway_ref as gatewayRef',
    ])
    .$narrowType<{ currency: Currency }>();
}

/** The payment of an order, locked. @throws PAYMENT_NOT_FOUND */
export async function lockPaymentOfOrder(tx: Transaction, orderId: string): Promise<Payment> {
  const row = await selectPayment(tx).where('order_id', '=', orderId).forUpdate().executeTakeFirst();
  if (row === undefined) throw new ShopError('PAYMENT_NOT_FOUND', { orderId });
  return row;
}

/** @throws ORDER_NOT_FOUND */
export async function getPaymentByOrderToken(reader: Reader, token: string): Promise<Payment> {
  const row = await selectPayment(reader)
    .innerJoin('order', 'order.id', 'payment.order_id')
    .where('order.token', '=', token)
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return row;
}

/** What tells which payment the gateway speaks of. */
export type PaymentOrigin =
  | { readonly sessionRef: string }
  | { readonly attemptId: string }
  | { readonly paymentRef: string };

/** The order that a session, an attempt or a gateway's payment belongs to; null when it is not ours. */
export async function findOrderIdOf(reader: Reader, by: PaymentOrigin): Promise<string | null> {
  if ('paymentRef' in by) {
    const row = await reader
      .selectFrom('payment')
      .select('order_id')
      .where('gateway_ref', '=', by.paymentRef)
      .executeTakeFirst();
    return row?.order_id ?? null;
  }
  const [column, value] =
    'sessionRef' in by
      ? (['attempt.session_ref', by.sessionRef] as const)
      : (['attempt.id', by.attemptId] as const);
  const row = await reader
    .selectFrom('payment_attempt as attempt')
    .innerJoin('payment', 'payment.id', 'attempt.payment_id')
    .select('payment.order_id')
    .where(column, '=', value)
    .executeTakeFirst();
  return row?.order_id ?? null;
}

export interface PaymentChange {
  readonly status?: PaymentState;
  readonly authorised_minor?: number;
  readonly captured_minor?: number;
  readonly refunded_minor?: number;
  readonly gateway_ref?: string;
  readonly last_failure?: string | null;
}

export async function updatePayment(tx: Transaction, payment: Payment, change: PaymentChange): Promise<void> {
  await tx
    .updateTable('payment')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', payment.id)
    .execute();
}
