import type { Invariant } from './invariant.ts';

export const messageInvariants: readonly Invariant[] = [
  {
    number: 16,
    // Delivered or waiting; of the types that were delivered before and after it, so that an event without subscribers
    // is not missed.
    promise: 'a committed event is delivered or has its job',
    violations: `
      select e.id::text as id from outbox_event e
      join (select of_type.type, min(of_type.created_at) as first, max(of_type.created_at) as last
            from outbox_event of_type join event_delivery d on d.event_id = of_type.id group by 1) heard
        on heard.type = e.type and e.created_at between heard.first and heard.last
      where not exists (select from event_delivery d where d.event_id = e.id)
        and not exists (select from graphile_worker.jobs j where j.key = 'event:' || e.id)`,
  },
  {
    number: 16,
    promise: 'no delivery, refund or word of the gateway was given up',
    violations: `
      select task_identifier || ' ' || id as id from graphile_worker.jobs
      where task_identifier in ('deliver-event', 'apply-gateway-event', 'execute-refund') and attempts >= max_attempts`,
  },
  {
    number: 16,
    // Of orders that came through the checkout: their events begin with `order.placed`.
    promise: 'no event of an order without the step it tells of',
    violations: `
      select e.id::text as id from outbox_event e
      join (values ('order.placed', 'pending'), ('order.confirmed', 'confirmed'), ('order.shipped', 'shipped'),
        ('order.delivered', 'delivered'), ('order.cancelled', 'cancelled'), ('order.expired', 'expired')) step (type, state)
        on step.type = e.type
      where not exists (select from order_timeline t where t.order_id = e.entity_id and t.to_status = step.state)
        and exists (select from outbox_event first where first.type = 'order.placed' and first.entity_id = e.entity_id)`,
  },
];
