import { ShopError } from './errors.ts';
import { findNextState, statesWithoutExit, type Transition } from './state-machine.ts';

/** The states of a return. From `received` on the things are in the house; `inspected` means they were counted back or written off. */
export const returnStates = [
  'requested',
  'approved',
  'in_transit',
  'received',
  'inspected',
  'closed',
  'rejected',
  'cancelled',
] as const;

/** A state of a return. */
export type ReturnState = (typeof returnStates)[number];

/** What can happen to a return. */
export const returnEvents = [
  'approved',
  'rejected',
  'sent',
  'received',
  'inspected',
  'closed',
  'cancelled',
] as const;

/** Something that happened to a return. */
export type ReturnEvent = (typeof returnEvents)[number];

/** The allowed edges of a return. A parcel may arrive without anybody having said that it was sent. */
export const returnTransitions: readonly Transition<ReturnState, ReturnEvent>[] = [
  { from: 'requested', event: 'approved', to: 'approved' },
  { from: 'requested', event: 'rejected', to: 'rejected' },
  { from: 'requested', event: 'cancelled', to: 'cancelled' },
  { from: 'approved', event: 'sent', to: 'in_transit' },
  { from: 'approved', event: 'received', to: 'received' },
  { from: 'approved', event: 'cancelled', to: 'cancelled' },
  { from: 'in_transit', event: 'received', to: 'received' },
  { from: 'received', event: 'inspected', to: 'inspected' },
  { from: 'inspected', event: 'closed', to: 'closed' },
];

/** The states a return never leaves. */
export const terminalReturnStates: readonly ReturnState[] = statesWithoutExit(
  returnStates,
  returnTransitions,
);

/** Whether an event is allowed in a state. */
export function canReturn(from: ReturnState, event: ReturnEvent): boolean {
  return findNextState(returnTransitions, from, event) !== null;
}

/**
 * The state an event leads to.
 * @throws RETURN_TRANSITION_REFUSED when no edge allows the event in this state
 */
export function nextReturnState(from: ReturnState, event: ReturnEvent): ReturnState {
  const next = findNextState(returnTransitions, from, event);
  if (next === null) throw new ShopError('RETURN_TRANSITION_REFUSED', { from, event });
  return next;
}

/** What the buyer would like for what comes back. */
export const returnResolutions = ['refund', 'exchange', 'store_credit'] as const;

/** What the buyer would like for what comes back. */
export type ReturnResolution = (typeof returnResolutions)[number];

/** Why things come back. */
export const returnReasons = [
  'too_small',
  'too_large',
  'damaged',
  'defective',
  'not_as_described',
  'wrong_item',
  'arrived_late',
  'changed_mind',
  'other',
] as const;

/** Why a thing comes back. */
export type ReturnReason = (typeof returnReasons)[number];

/** The units of a line that may still come back: shipped, and in no return that is under way or done. */
export function returnableQuantity(line: { fulfilledQuantity: number; returnedQuantity: number }): number {
  return Math.max(0, line.fulfilledQuantity - line.returnedQuantity);
}

/**
 * Until when an order can be sent back: so many days after it arrived, or after its last parcel left where nobody said that it
 * arrived. Null before anything left.
 */
export function returnWindowEnd(
  order: { deliveredAt: Date | null; lastShippedAt: Date | null },
  windowDays: number,
): Date | null {
  const start = order.deliveredAt ?? order.lastShippedAt;
  return start === null ? null : new Date(start.getTime() + windowDays * 86_400_000);
}
