import {
  always,
  anonymised,
  byJob,
  forDays,
  kept,
  nothing,
  personal,
  removed,
  withTheir,
} from './register.ts';

const words = 'searched words are counted by day; nothing says who searched';

/** What the shop writes for itself while it works. */
export const machineryTables = [
  personal('outbox_event', {
    what: 'events: ids, and the words of staff at a cancellation',
    withheld: { payload: 'the same facts as in the history of the order' },
    plain: 'id type entity_id created_at',
    erasure: anonymised('payload', 'that the event was delivered stays'),
    retention: always('no names; `payload` is ids, numbers and words of lists, apart from `reason`'),
  }),
  nothing('event_delivery', 'event_id subscriber applied_at'),
  personal('idempotency_record', {
    what: 'answers to repeat; `scope` names a cart by its token, a customer or a member of staff by id',
    withheld: { 'scope response': 'copies of what the tables of the thing itself say' },
    plain: 'key operation request_hash created_at',
    erasure: removed,
    retention: forDays(30, 'created_at'),
  }),
  personal('graphile_worker._private_jobs', {
    what: 'letters that wait, with address and link in `payload`; what a mail server refused in `last_error`',
    withheld: { 'payload last_error': 'gone when the job is done' },
    plain: `id job_queue_id task_id priority run_at attempts max_attempts created_at updated_at key locked_at locked_by revision flags
      is_available`,
    erasure: removed,
    retention: forDays(30, 'updated_at', {
      where: 't.attempts >= t.max_attempts and t.locked_at is null',
    }),
  }),
  nothing('graphile_worker._private_job_queues', 'id queue_name locked_at locked_by is_available'),
  nothing('graphile_worker._private_known_crontabs', 'identifier known_since last_execution'),
  nothing('graphile_worker._private_tasks', 'id identifier'),
  nothing('graphile_worker.migrations', 'id ts breaking'),
  nothing(
    '_prisma_migrations',
    'id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count',
  ),
  personal('audit_entry', {
    about: 'both',
    what: 'what staff did: `before` and `after` are ids, states and numbers, of customers never a name, an address or a text about them',
    withheld: { 'staff_id address before after': 'about staff' },
    plain: 'id token_id action entity_type entity_id request_id created_at',
    erasure: kept('append-only; names things by id alone'),
    retention: always('who did what must be known for as long as the shop exists'),
  }),
  personal('search_query', {
    what: words,
    withheld: { query: 'tied to nobody' },
    plain: 'day searches clicks result_count last_at',
    erasure: kept('tied to nobody'),
    retention: byJob('forget-searches', '400 days'),
  }),
  personal('search_click', {
    what: words,
    withheld: { query: 'tied to nobody' },
    plain: 'day product_id clicks position_sum',
    erasure: kept('tied to nobody'),
    retention: byJob('forget-searches', '400 days'),
  }),
  personal('search.recent_query', {
    what: words,
    withheld: { query: 'tied to nobody' },
    plain: 'searches result_count last_at',
    erasure: kept('tied to nobody'),
    retention: withTheir('search_query'),
  }),
];
