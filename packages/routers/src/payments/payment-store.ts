import type { Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type Payment, selectPayments } from '../orders/index.ts';

/** The payments of the order a secret link opens: its own first, then differences from the oldest. @throws ORDER_NOT_FOUND */
export async function listPaymentsByOrderToken(
  reader: Reader,
  token: string,
): Promise<[Payment, ...Payment[]]> {
  const [first, ...rest] = await selectPayments(reader)
    .innerJoin('order', 'order.id', 'payment.order_id')
    .where('order.token', '=', token)
    .orderBy('payment.purpose')
    .orderBy('payment.id')
    .execute();
  if (first === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return [first, ...rest];
}

/** What tells which payment the gateway speaks of. */
export type PaymentOrigin =
  | { readonly sessionRef: string }
  | { readonly attemptId: string }
  | { readonly paymentRef: string };

export interface PaymentPlace {
  readonly id: string;
  readonly orderId: string;
}

/** The payment and order that a session, an attempt or a gateway's payment belongs to; null when it is not ours. */
export async function findPaymentPlace(reader: Reader, by: PaymentOrigin): Promise<PaymentPlace | null> {
  if ('paymentRef' in by) {
    const row = await reader
      .selectFrom('payment')
      .select(['id', 'order_id as orderId'])
      .where('gateway_ref', '=', by.paymentRef)
      .executeTakeFirst();
    return row ?? null;
  }
  const [column, value] =
    'sessionRef' in by
      ? (['attempt.session_ref', by.sessionRef] as const)
      : (['attempt.id', by.attemptId] as const);
  const row = await reader
    .selectFrom('payment_attempt as attempt')
    .innerJoin('payment', 'payment.id', 'attempt.payment_id')
    .select(['payment.id', 'payment.order_id as orderId'])
    .where(column, '=', value)
    .executeTakeFirst();
  return row ?? null;
}
