import type { Transaction } from '@turing/db';
import { closeAccount, deleteAccount, holdCustomer, readSubject, takeGuestOrders } from './account-store.ts';
import {
  emptyGatewayEvents,
  eraseOrders,
  listOwnCarts,
  lockOwnOrders,
  removeCarts,
} from './erased-order-store.ts';
import { eraseReservations, eraseReviews, removeTraces } from './erased-text-store.ts';
import { queuePrivacyLetter } from './letter-store.ts';
import { listOpenOrders } from './open-order-store.ts';
import {
  findRequestOwner,
  listFiles,
  lockOpenRequest,
  lockRequest,
  queueRequest,
  type Subject,
  updateRequest,
} from './request-store.ts';
import type { PrivacyJobContext } from './write-export.ts';

const dayMs = 86_400_000;

export type ErasureOutcome = 'erased' | 'postponed' | 'not due' | 'not wanted';

interface Erasing {
  readonly requestId: string;
  readonly customerId: string;
  readonly subject: Subject;
  /** When the account was closed: what is younger is of somebody else. */
  readonly closedAt: Date;
}

/**
 * Deletes an account when its time has come: first nobody can sign in any more and the address is free, then the books
 * lose who the buyer was, then everything else goes. Each step is a transaction that finds for itself what is left to
 * do, so that a run after a crash ends what another began. While orders are open it waits, a day at a time. An order
 * placed at the last moment by who was still signed in is waited for too: the account's row goes last, and locked.
 * @throws STORAGE_UNAVAILABLE
 */
export async function eraseCustomer(ctx: PrivacyJobContext, requestId: string): Promise<ErasureOutcome> {
  for (;;) {
    const begun = await begin(ctx, requestId);
    if (typeof begun === 'string') return begun;
    await erase(ctx, begun);
    const outcome = await finish(ctx, begun);
    if (outcome !== null) return outcome;
  }
}

/** Lock order: the customer, the request. */
async function begin({ db, now }: PrivacyJobContext, requestId: string): Promise<Erasing | ErasureOutcome> {
  return db.transaction(async (tx) => {
    const customerId = await findRequestOwner(tx, requestId);
    const isThere = customerId !== null && (await holdCustomer(tx, customerId));
    const request = await lockRequest(tx, requestId);
    if (request?.kind !== 'erasure' || request.status === 'cancelled' || request.status === 'done')
      return 'not wanted';
    if (customerId === null || !isThere) {
      await updateRequest(tx, requestId, { status: 'cancelled', finished_at: now(), subject: null });
      return 'not wanted';
    }
    if (request.dueAt > now()) return 'not due';
    if ((await listOpenOrders(tx, customerId, now())).length > 0) {
      const dueAt = new Date(now().getTime() + dayMs);
      await updateRequest(tx, requestId, { due_at: dueAt, hindrance: 'open_orders' });
      await queueRequest(tx, { id: requestId, kind: 'erasure', runAt: dueAt });
      return 'postponed';
    }
    const { subject, startedAt: closedAt } = request;
    if (subject !== null && closedAt !== null) return { requestId, customerId, subject, closedAt };
    return close(tx, { requestId, customerId, now: now() });
  });
}

async function close(
  tx: Transaction,
  { requestId, customerId, now }: { requestId: string; customerId: string; now: Date },
): Promise<Erasing> {
  await takeGuestOrders(tx, customerId);
  const subject = await readSubject(tx, customerId);
  await closeAccount(tx, customerId, subject);
  await updateRequest(tx, requestId, {
    status: 'running',
    started_at: now,
    subject: JSON.stringify(subject),
    hindrance: null,
  });
  return { requestId, customerId, subject, closedAt: now };
}

async function erase(ctx: PrivacyJobContext, erasing: Erasing): Promise<void> {
  const { db, now } = ctx;
  const { customerId, subject, closedAt } = erasing;
  await untilNone(ctx, async (tx) => {
    const orders = await lockOwnOrders(tx, customerId);
    if (orders.length > 0) await eraseOrders(tx, orders, now());
    return orders.length;
  });
  await db.transaction(emptyGatewayEvents);
  await untilNone(ctx, async (tx) => {
    const carts = await listOwnCarts(tx, customerId);
    await removeCarts(tx, carts);
    return carts.length;
  });
  await untilNone(ctx, (tx) => eraseReviews(tx, customerId, { subject, now: now() }));
  await db.transaction(async (tx) => {
    // The last letter of a run that was faster is no trace.
    if (!(await holdCustomer(tx, customerId))) return;
    await eraseReservations(tx, subject);
    await removeTraces(tx, customerId, { subject, before: closedAt });
  });
  await removeExports(ctx, customerId);
}

async function untilNone(
  { db }: PrivacyJobContext,
  step: (tx: Transaction) => Promise<number>,
): Promise<void> {
  while ((await db.transaction(step)) > 0);
}

/** Of files that are being written the writer learns at its end that nobody wants them. */
async function removeExports({ db, storage, now }: PrivacyJobContext, customerId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const open = await lockOpenRequest(tx, 'export', customerId);
    if (open !== null) await updateRequest(tx, open.id, { status: 'cancelled', finished_at: now() });
  });
  for (const { id, key } of await listFiles(db.reader, customerId)) {
    await storage.delete(key);
    await db.transaction((tx) => updateRequest(tx, id, { storage_key: null, expires_at: null }));
  }
}

/** Null when an order came meanwhile: the account stays until that one is over. */
async function finish({ db, now }: PrivacyJobContext, erasing: Erasing): Promise<ErasureOutcome | null> {
  const { requestId, customerId, subject } = erasing;
  return db.transaction(async (tx) => {
    // Another worker may have been at the same.
    if (!(await holdCustomer(tx, customerId))) return 'not wanted';
    if ((await lockOwnOrders(tx, customerId)).length > 0) return null;
    await removeCarts(tx, await listOwnCarts(tx, customerId));
    await deleteAccount(tx, customerId);
    await updateRequest(tx, requestId, {
      status: 'done',
      finished_at: now(),
      subject: null,
      hindrance: null,
    });
    await queuePrivacyLetter(tx, { template: 'erasure-done', to: subject.email, path: '/' });
    return 'erased';
  });
}
