import type { PaymentState } from '@turing/domain';
import type { Services } from '../context.ts';
import { applyPaymentFact } from './apply-payment-fact.ts';
import { findLiveAttempt } from './attempt-store.ts';
import type { CheckoutState, PaymentFact } from './gateway.ts';
import { listPaymentsByOrderToken } from './payment-store.ts';

/**
 * Asks the gateway about the live attempts of the order's payments and applies the answers, as its webhooks would.
 * @returns the state of the payment that was asked for last
 * @throws ORDER_NOT_FOUND, PAYMENT_GATEWAY_UNAVAILABLE
 */
export async function syncPayment(
  services: Pick<Services, 'db' | 'now' | 'gateway'>,
  input: { readonly orderToken: string },
): Promise<{ paymentStatus: PaymentState }> {
  const payments = await listPaymentsByOrderToken(services.db.reader, input.orderToken);
  let learned = false;
  for (const { id } of payments) learned = (await syncAttempt(services, id)) || learned;
  const now = learned ? await listPaymentsByOrderToken(services.db.reader, input.orderToken) : payments;
  return { paymentStatus: (now.at(-1) ?? now[0]).status };
}

/** Asks about the live attempt of one payment; whether it had something to tell. @throws PAYMENT_GATEWAY_UNAVAILABLE */
export async function syncAttempt(
  services: Pick<Services, 'db' | 'now' | 'gateway'>,
  paymentId: string,
): Promise<boolean> {
  const attempt = await findLiveAttempt(services.db.reader, paymentId);
  if (attempt?.sessionRef == null) return false;
  const fact = factOf(await services.gateway.findCheckout(attempt.sessionRef), attempt.sessionRef);
  if (fact === null) return false;
  await services.db.transaction((tx) => applyPaymentFact(tx, fact, services.now()));
  return true;
}

function factOf(state: CheckoutState, sessionRef: string): PaymentFact | null {
  switch (state.status) {
    case 'paid':
      return { ...state, kind: 'captured', sessionRef };
    case 'open':
      return null;
    case 'expired':
    case 'unknown':
      return { kind: 'session_expired', sessionRef };
    default:
      return state satisfies never;
  }
}
