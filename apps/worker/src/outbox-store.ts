import type { Reader, Transaction } from '@turing/db';

export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly entityId: string;
  readonly payload: unknown;
}

/** An event of the outbox. It was committed with its job, so one that is missing was removed by hand. */
export async function getEvent(reader: Reader, id: string): Promise<StoredEvent> {
  const row = await reader
    .selectFrom('outbox_event')
    .select(['id', 'type', 'entity_id as entityId', 'payload'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`there is no event ${id} in the outbox`);
  return row;
}

/** Claims an effect of an event for the transaction that applies it; false when it has been applied. */
export async function claimDelivery(tx: Transaction, eventId: string, subscriber: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('event_delivery')
    .values({ event_id: eventId, subscriber })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
