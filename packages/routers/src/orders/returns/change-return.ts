import { appendEvent, type Transaction } from '@turing/db';
import { nextReturnState, type ReturnEvent } from '@turing/domain';
import { type Actor, appendTimeline } from '../order-store.ts';
import { type LockedReturn, type ReturnChange, updateReturn } from './return-store.ts';

export interface ReturnStep {
  readonly event: ReturnEvent;
  readonly actor: Actor;
  readonly change?: ReturnChange;
  readonly data?: Record<string, unknown>;
}

/**
 * Moves a locked return along one edge of its state machine: state, one row in the order's timeline and one event, or
 * nothing.
 * @throws RETURN_TRANSITION_REFUSED when there is no such edge, VERSION_CONFLICT
 */
export async function changeReturn(tx: Transaction, from: LockedReturn, step: ReturnStep): Promise<void> {
  const to = nextReturnState(from.status, step.event);
  await updateReturn(tx, from, { ...step.change, status: to });
  const data = { ...step.data, returnId: from.id, from: from.status, to };
  await appendTimeline(tx, {
    orderId: from.orderId,
    kind: `return_${step.event}`,
    from: null,
    to: null,
    actor: step.actor,
    data,
  });
  await appendEvent(tx, { type: `return.${step.event}`, entityId: from.orderId, payload: data });
}
