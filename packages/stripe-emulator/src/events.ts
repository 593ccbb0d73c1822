import type { Stripe } from 'stripe';
import type { EventOrigin } from './context.ts';
import { newId } from './ids.ts';
import type { StoredEvent } from './state.ts';
import { apiVersion } from './version.ts';

interface EventDetails {
  type: Stripe.Event.Type;
  object: object;
  origin: EventOrigin;
}

export function createEvent({ type, object, origin }: EventDetails, now: number): StoredEvent {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: now,
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: origin.requestId, idempotency_key: origin.idempotencyKey },
    type,
  };
}
