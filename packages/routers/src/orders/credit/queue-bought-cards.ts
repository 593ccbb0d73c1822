import { addJob, type Transaction } from '@turing/db';
import { hasGiftCards } from './bought-card-store.ts';

/** Queues the making of an order's gift cards, where it has any. */
export async function queueBoughtCards(tx: Transaction, orderId: string): Promise<void> {
  if (!(await hasGiftCards(tx, orderId))) return;
  await addJob(
    tx,
    { task: 'issue-gift-cards', payload: { orderId } },
    { key: `gift-cards:${orderId}`, maxAttempts: 25 },
  );
}
