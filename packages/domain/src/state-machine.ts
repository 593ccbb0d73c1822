/** One allowed edge of a state machine: an event moves `from` to `to`. */
export interface Transition<State extends string, Event extends string> {
  readonly from: State;
  readonly to: State;
  readonly event: Event;
}

/** Where an event leads from a state, or null when no edge allows it. */
export function findNextState<State extends string, Event extends string>(
  transitions: readonly Transition<State, Event>[],
  from: State,
  event: Event,
): State | null {
  return transitions.find((edge) => edge.from === from && edge.event === event)?.to ?? null;
}

/** The states no edge leaves. */
export function statesWithoutExit<State extends string>(
  states: readonly State[],
  transitions: readonly Transition<State, string>[],
): readonly State[] {
  return states.filter((state) => !transitions.some((edge) => edge.from === state));
}
