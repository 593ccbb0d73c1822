import { ShopError } from './errors.ts';
import { addMinor } from './money.ts';
import { findNextState, statesWithoutExit, type Transition } from './state-machine.ts';

/**
 * The states of a payment. `partially_captured`: a part of it was paid by hand. In `review` money arrived that is not the amount asked for; a person
 * decides.
 */
export const paymentStates = [
  'pending',
  'authorised',
  'partially_captured',
  'captured',
  'partially_refunded',
  'refunded',
  'failed',
  'cancelled',
  'review',
] as const;

/** A state of a payment. */
export type PaymentState = (typeof paymentStates)[number];

/** What can happen to a payment. `mismatched`: the gateway took another amount or currency than we asked for. */
export const paymentEvents = [
  'authorised',
  'partially_captured',
  'captured',
  'failed',
  'cancelled',
  'partially_refunded',
  'refunded',
  'mismatched',
] as const;

/** Something that happened to a payment. */
export type PaymentEvent = (typeof paymentEvents)[number];

/**
 * The allowed edges of a payment. After `failed` another card may succeed; money that arrives after `cancelled` is
 * recorded as captured, never dropped. What was paid in part can be given back, and paid further unless all of it was.
 */
export const paymentTransitions: readonly Transition<PaymentState, PaymentEvent>[] = [
  { from: 'pending', event: 'authorised', to: 'authorised' },
  { from: 'pending', event: 'captured', to: 'captured' },
  { from: 'pending', event: 'failed', to: 'failed' },
  { from: 'pending', event: 'cancelled', to: 'cancelled' },
  { from: 'pending', event: 'mismatched', to: 'review' },
  { from: 'pending', event: 'partially_captured', to: 'partially_captured' },
  { from: 'partially_captured', event: 'partially_captured', to: 'partially_captured' },
  { from: 'partially_captured', event: 'captured', to: 'captured' },
  { from: 'partially_captured', event: 'partially_refunded', to: 'partially_refunded' },
  { from: 'partially_captured', event: 'refunded', to: 'refunded' },
  { from: 'failed', event: 'authorised', to: 'authorised' },
  { from: 'failed', event: 'captured', to: 'captured' },
  { from: 'failed', event: 'cancelled', to: 'cancelled' },
  { from: 'failed', event: 'mismatched', to: 'review' },
  { from: 'authorised', event: 'captured', to: 'captured' },
  { from: 'authorised', event: 'cancelled', to: 'cancelled' },
  { from: 'cancelled', event: 'captured', to: 'captured' },
  { from: 'captured', event: 'partially_refunded', to: 'partially_refunded' },
  { from: 'captured', event: 'refunded', to: 'refunded' },
  { from: 'partially_refunded', event: 'partially_refunded', to: 'partially_refunded' },
  { from: 'partially_refunded', event: 'refunded', to: 'refunded' },
  { from: 'partially_refunded', event: 'partially_captured', to: 'partially_refunded' },
  { from: 'partially_refunded', event: 'captured', to: 'partially_refunded' },
  { from: 'review', event: 'captured', to: 'captured' },
  { from: 'review', event: 'refunded', to: 'refunded' },
];

/** The states a payment never leaves: those without an outgoing edge. */
export const terminalPaymentStates: readonly PaymentState[] = statesWithoutExit(
  paymentStates,
  paymentTransitions,
);

/** Whether some event leads from one state to the other in one step. */
export function canPaymentTransition(from: PaymentState, to: PaymentState): boolean {
  return paymentTransitions.some((edge) => edge.from === from && edge.to === to);
}

/**
 * The state an event leads to.
 * @throws PAYMENT_TRANSITION_REFUSED when no edge allows the event in this state
 */
export function nextPaymentState(from: PaymentState, event: PaymentEvent): PaymentState {
  const next = findNextState(paymentTransitions, from, event);
  if (next === null) throw new ShopError('PAYMENT_TRANSITION_REFUSED', { from, event });
  return next;
}

/**
 * What can still be given back, in minor units; never negative.
 * @throws REFUND_EXCEEDS_CAPTURE when more was refunded than captured, MONEY_OUT_OF_RANGE
 */
export function refundableMinor(payment: { capturedMinor: number; refundedMinor: number }): number {
  const { capturedMinor, refundedMinor } = payment;
  const refundable = addMinor(capturedMinor, -refundedMinor);
  if (refundable < 0) throw new ShopError('REFUND_EXCEEDS_CAPTURE', { capturedMinor, refundedMinor });
  return refundable;
}
