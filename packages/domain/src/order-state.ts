import { ShopError } from './errors.ts';
import { findNextState, statesWithoutExit, type Transition } from './state-machine.ts';

/** The states of an order. It holds stock while pending; `confirmed` means paid. */
export const orderStates = ['pending', 'confirmed', 'shipped', 'delivered', 'cancelled', 'expired'] as const;

/** A state of an order. */
export type OrderState = (typeof orderStates)[number];

/** What can happen to an order. */
export const orderEvents = ['paid', 'cancelled', 'expired', 'shipped', 'delivered'] as const;

/** Something that happened to an order. */
export type OrderEvent = (typeof orderEvents)[number];

/**
 * The allowed edges of an order. A payment that arrives after expiry is honoured while stock remains, so
 * `expired` is not an end; the caller takes the stock again first.
 */
export const orderTransitions: readonly Transition<OrderState, OrderEvent>[] = [
  { from: 'pending', event: 'paid', to: 'confirmed' },
  { from: 'pending', event: 'cancelled', to: 'cancelled' },
  { from: 'pending', event: 'expired', to: 'expired' },
  { from: 'expired', event: 'paid', to: 'confirmed' },
  { from: 'confirmed', event: 'shipped', to: 'shipped' },
  { from: 'confirmed', event: 'cancelled', to: 'cancelled' },
  { from: 'shipped', event: 'delivered', to: 'delivered' },
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
 * Derives the fulfilment state from an order's lines, in units. An order without units is unfulfilled.
 * @throws INPUT_INVALID unless 0 ≤ fulfilledQuantity ≤ quantity on each line, in whole units
 */
export function fulfilmentStateOf(
  lines: readonly { quantity: number; fulfilledQuantity: number }[],
): FulfilmentState {
  for (const { quantity, fulfilledQuantity } of lines) {
    const whole = Number.isSafeInteger(quantity) && Number.isSafeInteger(fulfilledQuantity);
    if (!whole || fulfilledQuantity < 0 || fulfilledQuantity > quantity) {
      throw new ShopError('INPUT_INVALID', { quantity, fulfilledQuantity });
    }
  }
  if (lines.every((line) => line.fulfilledQuantity === 0)) return 'unfulfilled';
  return lines.every((line) => line.fulfilledQuantity === line.quantity)
    ? 'fulfilled'
    : 'partially_fulfilled';
}
