import { sql } from 'kysely';
import type { Transaction } from './connection.ts';
import { type Job, type JobOptions, readSpecs, specsOf } from './jobs.ts';
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
  readonly specs: string;
}

const append = defineStatement<Params, { readonly id: string }>('outbox_append', (db, param) => ({
  compile: () =>
    sql<{ readonly id: string }>`
    with event as (
      insert into outbox_event (type, entity_id, payload)
      values (${param('type')}::text, ${param('entityId')}::uuid, ${param('payload')}::jsonb) returning id
    ), delivery as (
      select ('deliver-event', json_build_object('eventId', id), null, null, 25, 'event:' || id, null, null)::graphile_worker.job_spec as spec
      from event
    )
    select event.id from event cross join (
      select from graphile_worker.add_jobs(${readSpecs(param('specs'))} || array(select spec from delivery))
    ) queued`.compile(db),
}));

/**
 * Records an event in the transaction of the change it tells of and queues its delivery there, so that there is no
 * event without a commit and no commit without its event; `jobs` of the same change are queued with it.
 */
export async function appendEvent(
  tx: Transaction,
  message: OutboxMessage,
  jobs: readonly (Job & JobOptions)[] = [],
): Promise<string> {
  const [event] = await runOn(tx, append, {
    ...message,
    payload: JSON.stringify(message.payload),
    specs: specsOf(jobs),
  });
  if (event === undefined) throw new Error(`no event ${message.type} was written`);
  return event.id;
}
