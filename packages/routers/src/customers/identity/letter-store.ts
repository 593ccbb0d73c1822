import { randomUUID } from 'node:crypto';
import { addJob, type Database } from '@turing/db';
import type { AccountLetter } from './account-letter.ts';

// With the queue's growing pauses about as long as the links in them live.
const maxAttempts = 8;

/** Queues a letter; the worker writes and sends it. */
export function queueAccountLetter(db: Database, letter: Omit<AccountLetter, 'id'>): Promise<void> {
  return db.transaction((tx) =>
    addJob(tx, { task: 'send-account-letter', payload: { id: randomUUID(), ...letter } }, { maxAttempts }),
  );
}
