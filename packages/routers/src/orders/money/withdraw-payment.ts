import type { Transaction } from '@turing/db';
import { type Payment, updatePayment } from './payment-store.ts';
import { endAttempts } from './attempt-end-store.ts';

/** Takes back a payment nobody made: its page is over. Money that comes all the same is refunded when it is applied. */
export async function withdrawPayment(tx: Transaction, payment: Pick<Payment, 'id'>): Promise<void> {
  await updatePayment(tx, payment, { status: 'cancelled' });
  await endAttempts(tx, payment.id);
}
