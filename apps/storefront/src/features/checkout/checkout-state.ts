import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';
import type { Quote } from './queries.ts';

/** What the checkout shows: what was typed, what it costs, what stands in the way. */
export interface CheckoutState {
  readonly values: CheckoutValues;
  readonly quote: Quote | null;
  readonly errors: CheckoutErrors;
  readonly message: string | null;
  /** Idempotency key of the order. */
  readonly key: string;
  /** Counts answers, so that two refusals with the same words are still two. */
  readonly turn: number;
}
