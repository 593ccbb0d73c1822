import { addJob, type Transaction } from '@turing/db';

/** For changes that may move many products at once in or out of the rules of collections. */
export async function refreshCollectionsLater(tx: Transaction): Promise<void> {
  const job = { task: 'refresh-collections', payload: { all: true } };
  await addJob(tx, job, { key: 'refresh-collections:all' });
}
