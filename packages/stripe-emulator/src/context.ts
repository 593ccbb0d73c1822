import type { Stripe } from 'stripe';
import type { State } from './state.ts';

export interface EventOrigin {
  requestId: string | null;
  idempotencyKey: string | null;
}

/** What the emulator's use cases work with. */
export interface Context {
  state: State;
  merchantName: string;
  /** Where the shopper's browser reaches the hosted pages; no slash at the end. */
  publicUrl: () => string;
  /** Seconds since 1970, as in Stripe's `created`. */
  now: () => number;
  /** Records the event with a copy of the object as it is now, and sends it to the endpoints. */
  emit: (type: Stripe.Event.Type, object: object) => void;
}
