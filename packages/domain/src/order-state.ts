import { ShopError } from './errors.ts';
import { findNextState, statesWithoutExit, type Transition } from './state-machine.ts';

/** The states of an order. It holds stock while pending; `confirmed` means paid, or to be paid later. */
export const orderStates = ['pending', 'confirmed', 'shipped', 'delivered', 'cancelled', 'expired'] as const;

/** A state of an order. */
export type OrderState = (typeof orderStates)[number];

/** What can happen to an order. `accepted`: it is to be paid later, by invoice or on delivery. */
export const orderEvents = [
  'paid',
  'accepted',
  'cancelled',
  'expired',
  'shipped',
  'delivered',
  'unshipped',
] as const;

/** Something that happened to an order. */
export type OrderEvent = (typeof orderEvents)[number];

/**
 * The allowed edges of an order. A payment that arrives after expiry is honoured while stock remains, so
 * `expired` is not an end; the caller takes the stock again first.
 */
export const orderTransitions: readonly Transition<OrderState, OrderEvent>[] = [
  { from: 'pending', event: 'paid', to: 'confirmed' },
  { from: 'pending', event: 'accepted', to: 'confirmed' },
  { from: 'pending', event: 'cancelled', to: 'cancelled' },
  { from: 'pending', event: 'expired', to: 'expired' },
  { from: 'expired', event: 'paid', to: 'confirmed' },
  { from: 'confirmed', event: 'shipped', to: 'shipped' },
  { from: 'confirmed', event: 'cancelled', to: 'cancelled' },
  { from: 'shipped', event: 'delivered', to: 'delivered' },
  { from: 'shipped', event: 'unshipped', to: 'confirmed' },
];

/** The states an order never leaves: those without an outgoing edge. */
export const terminalOrderStates: readonly OrderState[] = statesWithoutExit(orderStates, orderTransitions);

/** Whether some event leads from one state to the other in one step. */
export function canTransition(from: OrderState, to: OrderState): boolean {
  return orderTransitions.some((edge) => edge.from === from && edge.to === to);
}

/**
 * The state an event leads to.
 * @throws ORDER_TRANSITION_REFUSED when no edge allows the event in this state
 */
export function nextOrderState(from: OrderState, event: OrderEvent): OrderState {
  const next = findNextState(orderTransitions, from, event);
  if (next === null) throw new ShopError('ORDER_TRANSITION_REFUSED', { from, event });
  return next;
}

/** How much of an order has left the warehouse. */
export const fulfilmentStates = ['unfulfilled', 'partially_fulfilled', 'fulfilled'] as const;

/** How much of an order has left the warehouse. */
export type FulfilmentState = (typeof fulfilmentStates)[number];

/**
 * Derives the fulfilment state from an order's lines, in units. Cancelled units are not waited for. An order of which nothing
 * has left is unfulfilled.
 * @throws INPUT_INVALID unless fulfilled and cancelled units are whole and together at most the quantity of each line
 */
export function fulfilmentStateOf(
  lines: readonly { quantity: number; fulfilledQuantity: number; cancelledQuantity?: number }[],
): FulfilmentState {
  for (const line of lines) {
    const { quantity, fulfilledQuantity, cancelledQuantity = 0 } = line;
    const whole = [quantity, fulfilledQuantity, cancelledQuantity].every(
      (units) => Number.isSafeInteger(units) && units >= 0,
    );
    if (!whole || fulfilledQuantity + cancelledQuantity > quantity)
      throw new ShopError('INPUT_INVALID', { quantity, fulfilledQuantity, cancelledQuantity });
  }
  if (lines.every((line) => line.fulfilledQuantity === 0)) return 'unfulfilled';
  return lines.every((line) => unshippedQuantity(line) === 0) ? 'fulfilled' : 'partially_fulfilled';
}

/** The units of a line that are still to be shipped. */
export function unshippedQuantity(line: {
  quantity: number;
  fulfilledQuantity: number;
  cancelledQuantity?: number;
}): number {
  return line.quantity - line.fulfilledQuantity - (line.cancelledQuantity ?? 0);
}
