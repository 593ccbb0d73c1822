import { reach } from '@turing/db';
import { z } from 'zod';
import { defineJob } from '../job.ts';
import { claimDelivery, getEvent } from '../outbox-store.ts';
import { subscribers } from '../subscribers.ts';

/**
 * Applies the effects of an event, each in its own transaction with the row that says so: a delivery that comes twice
 * applies them once, and one that fails keeps none of the others back.
 */
export const deliverEvent = defineJob(z.strictObject({ eventId: z.uuid() }), async ({ db }, { eventId }) => {
  const event = await getEvent(db.reader, eventId);
  const interested = Object.hasOwn(subscribers, event.type) ? subscribers[event.type] : undefined;
  if (interested === undefined) throw new Error(`no row of the subscribers is for ${event.type}`);
  const applied: string[] = [];
  const failures: unknown[] = [];
  for (const { name, apply } of interested) {
    try {
      const isFirst = await db.transaction(async (tx) => {
        const isClaimed = await claimDelivery(tx, eventId, name);
        if (isClaimed) await apply(tx, event);
        reach('deliver-event.before-commit');
        return isClaimed;
      });
      reach('deliver-event.after-commit');
      if (isFirst) applied.push(name);
    } catch (cause) {
      failures.push(new Error(`${name} was not applied`, { cause }));
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} effects were not applied`);
  return { eventId, event: event.type, applied };
});
