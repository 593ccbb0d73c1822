import type { Reader, Transaction } from '@turing/db';

export interface Attempt {
  readonly id: string;
  readonly paymentId: string;
  readonly status: 'starting' | 'open' | 'succeeded' | 'failed' | 'expired';
  readonly sessionRef: string | null;
  readonly sessionUrl: string | null;
  readonly expiresAt: Date;
}

/** The one attempt of a payment that can still take money; null when there is none. */
export async function findLiveAttempt(reader: Reader, paymentId: string): Promise<Attempt | null> {
  const row = await reader
    .selectFrom('payment_attempt')
    .select([
      'id',
      'payment_id as paymentId',
      'status',
      'session_ref as sessionRef',
      'session_url as sessionUrl',
      'expires_at as expiresAt',
    ])
    .where('active_key', '=', paymentId)
    .$narrowType<{ expiresAt: Date }>()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertAttempt(tx: Transaction, paymentId: string, expiresAt: Date): Promise<Attempt> {
  const { id } = await tx
    .insertInto('payment_attempt')
    .values({ payment_id: paymentId, active_key: paymentId, expires_at: expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, paymentId, status: 'starting', sessionRef: null, sessionUrl: null, expiresAt };
}

/** Notes what the gateway answered, once: a second answer to the same attempt is the same session. */
export async function openAttempt(
  tx: Transaction,
  attemptId: string,
  session: { readonly sessionRef: string; readonly url: string },
): Promise<void> {
  await tx
    .updateTable('payment_attempt')
    .set({ status: 'open', session_ref: session.sessionRef, session_url: session.url })
    .where('id', '=', attemptId)
    .where('status', '=', 'starting')
    .execute();
}
