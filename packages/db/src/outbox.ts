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
  readonly messages: string;
  readonly specs: string;
}

const append = defineStatement<Params, { readonly id: string }>('outbox_append', (db, param) => ({
  compile: () =>
    sql<{ readonly id: string }>`
    with event as (
      insert into outbox_event (type, entity_id, payload)
      select type, "entityId", payload
      from jsonb_to_recordset(${param('messages')}::jsonb) as told (type text, "entityId" uuid, payload jsonb) returning id
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
  const [id] = await appendEvents(tx, [message], jobs);
  if (id === undefined) throw new Error(`no event ${message.type} was written`);
  return id;
}

/** As `appendEvent`, of several events of one change in one statement; in no order. */
export async function appendEvents(
  tx: Transaction,
  messages: readonly OutboxMessage[],
  jobs: readonly (Job & JobOptions)[] = [],
): Promise<string[]> {
  const told = await runOn(tx, append, { messages: JSON.stringify(messages), specs: specsOf(jobs) });
  return told.map(({ id }) => id);
}
