import { randomUUID } from 'node:crypto';
import { addJob, type Transaction } from '@turing/db';
import type { PrivacyLetter } from './privacy-letter.ts';

const maxAttempts = 8;

/** Queues a letter in the transaction of what it tells of; the worker writes and sends it. */
export async function queuePrivacyLetter(tx: Transaction, letter: Omit<PrivacyLetter, 'id'>): Promise<void> {
  await addJob(
    tx,
    { task: 'send-privacy-letter', payload: { id: randomUUID(), ...letter } },
    { maxAttempts },
  );
}
