import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { GatewayEvent } from './gateway.ts';

/** Keeps an event by its id; false when it came before. */
export async function insertGatewayEvent(tx: Transaction, event: GatewayEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('gateway_event')
    .values({ id: event.id, type: event.type, payload: JSON.stringify(event.payload) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** An event that has not been applied yet; null when it is unknown or done. */
export async function findPendingEvent(reader: Reader, id: string): Promise<GatewayEvent | null> {
  const row = await reader
    .selectFrom('gateway_event')
    .select(['id', 'type', 'payload'])
    .where('id', '=', id)
    .where('applied_at', 'is', null)
    .$narrowType<{ payload: Record<string, unknown> }>()
    .executeTakeFirst();
  return row ?? null;
}

/** Claims an event for the transaction that applies it; false when another did. */
export async function markApplied(tx: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('gateway_event')
    .set({ applied_at: sql`now()` })
    .where('id', '=', id)
    .where('applied_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
