import { addJob, reach } from '@turing/db';
import type { Services } from '../context.ts';
import { applyPaymentFact } from './apply-payment-fact.ts';
import { findPendingEvent, insertGatewayEvent, markApplied } from './event-store.ts';

/**
 * Takes in a signed event: stored by its id and queued in one transaction, then acknowledged. A repeated event changes
 * nothing.
 * @throws WEBHOOK_SIGNATURE_INVALID
 */
export async function receiveStripeEvent(
  services: Pick<Services, 'db' | 'gateway'>,
  signed: { readonly rawBody: Buffer; readonly signature: string },
): Promise<{ received: true }> {
  const event = services.gateway.verifyEvent(signed.rawBody, signed.signature);
  await services.db.transaction(async (tx) => {
    if (!(await insertGatewayEvent(tx, event))) return;
    await addJob(
      tx,
      { task: 'apply-gateway-event', payload: { eventId: event.id } },
      { key: `gateway:${event.id}` },
    );
    reach('webhook.before-commit');
  });
  reach('webhook.after-commit');
  return { received: true };
}

/** Applies a stored event once. */
export async function applyGatewayEvent(
  services: Pick<Services, 'db' | 'gateway' | 'now'>,
  eventId: string,
): Promise<void> {
  const event = await findPendingEvent(services.db.reader, eventId);
  if (event === null) return;
  const fact = services.gateway.interpret(event);
  await services.db.transaction(async (tx) => {
    if (!(await markApplied(tx, event.id))) return;
    if (fact !== null) await applyPaymentFact(tx, fact, services.now());
    reach('apply-event.before-commit');
  });
  reach('apply-event.after-commit');
}
