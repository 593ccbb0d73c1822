import { sql } from 'kysely';
import type { Transaction } from './connection.ts';
import { defineStatement, runOn } from './statement.ts';

export interface OutboxMessage {
  /** Past tense, by domain: `order.confirmed`. */
  readonly type: string;
  readonly entityId: string;
  readonly payload: Record<string, unknown>;
}

interface Params {
  readonly type: string;
  readonly entityId: string;
  readonly payload: string;
}

const append = defineStatement<Params, { readonly id: string }>('outbox_append', (db, param) => ({
  compile: () =>
    sql<{ readonly id: string }>`
    with event as (
      insert into outbox_event (type, entity_id, payload)
      values (${param('type')}::text, ${param('entityId')}::uuid, ${param('payload')}::jsonb) returning id
    )
    select event.id from event cross join lateral graphile_worker.add_job(
      identifier := 'deliver-event', payload := json_build_object('eventId', event.id),
      max_attempts := 25, job_key := 'event:' || event.id) job`.compile(db),
}));

/**
 * Records an event in the transaction of the change it tells of and queues its delivery there, so that there is no
 * event without a commit and no commit without its event.
 */
export async function appendEvent(tx: Transaction, message: OutboxMessage): Promise<string> {
  const [event] = await runOn(tx, append, { ...message, payload: JSON.stringify(message.payload) });
  if (event === undefined) throw new Error(`no event ${message.type} was written`);
  return event.id;
}
