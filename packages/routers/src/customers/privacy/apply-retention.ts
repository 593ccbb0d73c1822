import type { Transaction } from '@turing/db';
import { orderDays } from '@turing/db/personal-data';
import { emptyGatewayEvents, eraseOrders, lockOldOrders } from './erased-order-store.ts';
import { listDueRequests, listExpiredFiles, queueRequest, updateRequest } from './request-store.ts';
import { applyRule, rules } from './retention-store.ts';
import type { PrivacyJobContext } from './write-export.ts';

const dayMs = 86_400_000;
const files = 500;

/**
 * Lets go of everything whose time is over by the register of personal data, in batches of a transaction each; takes
 * buyers out of old orders, removes files nobody fetched, and wakes requests whose job was lost. Counts by table.
 * @throws STORAGE_UNAVAILABLE
 */
export async function applyRetention(ctx: PrivacyJobContext): Promise<Record<string, number>> {
  const counts: Record<string, number> = {
    files: await removeExpiredFiles(ctx),
    orders: await eraseOldOrders(ctx),
    requests: await wakeRequests(ctx),
  };
  for (const rule of rules) counts[rule.table] = await untilNone(ctx, (tx) => applyRule(tx, rule, ctx.now()));
  return counts;
}

async function untilNone(
  { db }: PrivacyJobContext,
  step: (tx: Transaction) => Promise<number>,
): Promise<number> {
  for (let sum = 0; ;) {
    const count = await db.transaction(step);
    if (count === 0) return sum;
    sum += count;
  }
}

async function removeExpiredFiles({ db, storage, now }: PrivacyJobContext): Promise<number> {
  const expired = await listExpiredFiles(db.reader, now(), files);
  for (const { id, key } of expired) {
    await storage.delete(key);
    await db.transaction((tx) => updateRequest(tx, id, { storage_key: null, expires_at: null }));
  }
  return expired.length;
}

async function eraseOldOrders(ctx: PrivacyJobContext): Promise<number> {
  const { db, now } = ctx;
  const ages = {
    paidBefore: new Date(now().getTime() - orderDays.paid * dayMs),
    unpaidBefore: new Date(now().getTime() - orderDays.unpaid * dayMs),
  };
  const count = await untilNone(ctx, async (tx) => {
    const orders = await lockOldOrders(tx, ages);
    if (orders.length > 0) await eraseOrders(tx, orders, now());
    return orders.length;
  });
  // The gateway may have told more about orders that were erased before.
  await db.transaction(emptyGatewayEvents);
  return count;
}

async function wakeRequests({ db, now }: PrivacyJobContext): Promise<number> {
  const due = await listDueRequests(db.reader, now());
  for (const request of due) await db.transaction((tx) => queueRequest(tx, request));
  return due.length;
}
