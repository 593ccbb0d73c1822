import type { Transaction } from './connection.ts';
import { addJob } from './jobs.ts';

export interface OutboxMessage {
  /** Past tense, by domain: `order.confirmed`. */
  readonly type: string;
  readonly entityId: string;
  readonly payload: Record<string, unknown>;
}

/**
 * Records an event in the transaction of the change it tells of and queues its delivery there, so that there is no
 * event without a commit and no commit without its event.
 */
export async function appendEvent(tx: Transaction, message: OutboxMessage): Promise<string> {
  const { id } = await tx
    .insertInto('outbox_event')
    .values({ type: message.type, entity_id: message.entityId, payload: JSON.stringify(message.payload) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addJob(tx, { task: 'deliver-event', payload: { eventId: id } }, { key: `event:${id}` });
  return id;
}
