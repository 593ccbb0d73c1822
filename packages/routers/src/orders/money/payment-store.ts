import type { Reader, Transaction } from '@turing/db';
import {
  type Currency,
  type PaymentMethod,
  type PaymentProvider,
  type PaymentState,
  providerOf,
  ShopError,
} from '@turing/domain';
import { sql } from 'kysely';

export interface Payment {
  readonly id: string;
  readonly orderId: string;
  readonly purpose: 'order' | 'difference';
  readonly provider: PaymentProvider;
  readonly method: PaymentMethod;
  readonly status: PaymentState;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly authorisedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly gatewayRef: string | null;
}

/** What payments are chosen by, written once for all who read them. */
export function selectPayments(reader: Reader) {
  return reader
    .selectFrom('payment')
    .select([
      'payment.id',
      'payment.order_id as orderId',
      'payment.purpose',
      'payment.provider',
      'payment.method',
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

/** All payments of an order, locked: its own first, then differences from the oldest. Lock order: after the order. */
export async function lockPayments(tx: Transaction, orderId: string): Promise<Payment[]> {
  return selectPayments(tx)
    .where('order_id', '=', orderId)
    .orderBy('purpose')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The payment of an order for itself, locked. @throws PAYMENT_NOT_FOUND */
export async function lockOrderPayment(tx: Transaction, orderId: string): Promise<Payment> {
  const row = await selectPayments(tx)
    .where('order_id', '=', orderId)
    .where('purpose', '=', 'order')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('PAYMENT_NOT_FOUND', { orderId });
  return row;
}

/** @throws PAYMENT_NOT_FOUND */
export async function lockPayment(tx: Transaction, id: string): Promise<Payment> {
  const row = await selectPayments(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new ShopError('PAYMENT_NOT_FOUND', { id });
  return row;
}

/** Whether a payment still waits for its money. */
export function isOpen({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'pending' || status === 'failed';
}

export interface PaymentChange {
  readonly status?: PaymentState;
  readonly amount_minor?: number;
  readonly authorised_minor?: number;
  readonly captured_minor?: number;
  readonly refunded_minor?: number;
  readonly gateway_ref?: string;
  readonly last_failure?: string | null;
}

export async function updatePayment(
  tx: Transaction,
  payment: Pick<Payment, 'id'>,
  change: PaymentChange,
): Promise<void> {
  await tx
    .updateTable('payment')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', payment.id)
    .execute();
}

/** Asks for a difference beside what the order itself costs. */
export async function insertDifference(
  tx: Transaction,
  difference: Pick<Payment, 'orderId' | 'method' | 'currency' | 'amountMinor'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('payment')
    .values({
      order_id: difference.orderId,
      purpose: 'difference',
      provider: providerOf(difference.method),
      method: difference.method,
      currency: difference.currency,
      amount_minor: difference.amountMinor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
