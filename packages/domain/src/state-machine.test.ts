import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShopError } from './errors.ts';
import {
  canTransition,
  nextOrderState,
  orderEvents,
  orderStates,
  orderTransitions,
  terminalOrderStates,
} from './order-state.ts';
import {
  canPaymentTransition,
  nextPaymentState,
  paymentEvents,
  paymentStates,
  paymentTransitions,
  terminalPaymentStates,
} from './payment-state.ts';
import type { Transition } from './state-machine.ts';

interface Machine<State extends string, Event extends string> {
  states: readonly State[];
  events: readonly Event[];
  transitions: readonly Transition<State, Event>[];
  terminal: readonly State[];
  can: (from: State, to: State) => boolean;
  next: (from: State, event: Event) => State;
  refusal: string;
}

function holdsFor<State extends string, Event extends string>(machine: Machine<State, Event>): void {
  const { states, events, transitions, terminal, can, next, refusal } = machine;
  const start = states[0]!;

  test('an event leads from a state to one state at most', () => {
    const keys = transitions.map((edge) => `${edge.from} ${edge.event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every event in every state follows its edge or is refused', () => {
    const pairs = states.flatMap((from) => events.map((event) => ({ from, event })));
    const expected = pairs.map((pair) => edgeOf(machine, pair)?.to ?? refusal);
    expect(pairs.map(({ from, event }) => outcomeOf(() => next(from, event)))).toEqual(expected);
  });

  test('canTransition names exactly the edges', () => {
    const named = states.flatMap((from) => states.filter((to) => can(from, to)).map((to) => `${from}>${to}`));
    const edges = transitions.map((edge) => `${edge.from}>${edge.to}`);
    expect(named.toSorted()).toEqual([...new Set(edges)].toSorted());
  });

  test('every state and every edge can be reached from the first state', () => {
    const reached = new Set([start]);
    for (const from of reached) {
      for (const edge of transitions) if (edge.from === from) reached.add(edge.to);
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted());
    for (const event of events) expect(transitions.some((edge) => edge.event === event)).toBe(true);
  });

  test('a random walk takes allowed edges only and never leaves a terminal state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (walk) => {
        const path = [start];
        for (const event of walk) {
          const reached = outcomeOf(() => next(path.at(-1)!, event));
          path.push(states.find((state) => state === reached) ?? path.at(-1)!);
        }
        const steps = path.slice(1).map((to, index) => ({ from: path[index]!, to }));
        expect(steps.filter(({ from, to }) => from !== to && !can(from, to))).toEqual([]);
        expect(steps.filter(({ from, to }) => terminal.includes(from) && from !== to)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
}

function edgeOf<State extends string, Event extends string>(
  { transitions }: Machine<State, Event>,
  { from, event }: { from: State; event: Event },
) {
  return transitions.find((edge) => edge.from === from && edge.event === event);
}

function outcomeOf(move: () => string): string {
  try {
    return move();
  } catch (error) {
    return isShopError(error) ? error.code : String(error);
  }
}

describe('orders', () => {
  holdsFor({
    states: orderStates,
    events: orderEvents,
    transitions: orderTransitions,
    terminal: terminalOrderStates,
    can: canTransition,
    next: nextOrderState,
    refusal: 'ORDER_TRANSITION_REFUSED',
  });
});

describe('payments', () => {
  holdsFor({
    states: paymentStates,
    events: paymentEvents,
    transitions: paymentTransitions,
    terminal: terminalPaymentStates,
    can: canPaymentTransition,
    next: nextPaymentState,
    refusal: 'PAYMENT_TRANSITION_REFUSED',
  });
});
