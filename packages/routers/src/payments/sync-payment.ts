import type { PaymentState } from '@turing/domain';
import type { Services } from '../context.ts';
import { applyPaymentFact } from './apply-payment-fact.ts';
import { findLiveAttempt } from './attempt-store.ts';
import type { CheckoutState, PaymentFact } from './gateway.ts';
import { getPaymentByOrderToken } from './payment-store.ts';
import type { SyncInput } from './schemas.ts';

/**
 * Asks the gateway about the order's live attempt and applies the answer, as its webhook would.
 * @throws ORDER_NOT_FOUND, PAYMENT_GATEWAY_UNAVAILABLE
 */
export async function syncPayment(
  services: Pick<Services, 'db' | 'now' | 'gateway'>,
  input: SyncInput,
): Promise<{ paymentStatus: PaymentState }> {
  const payment = await getPaymentByOrderToken(services.db.reader, input.orderToken);
  const attempt = await findLiveAttempt(services.db.reader, payment.id);
  if (attempt?.sessionRef == null) return { paymentStatus: payment.status };
  const fact = factOf(await services.gateway.findCheckout(attempt.sessionRef), attempt.sessionRef);
  if (fact === null) return { paymentStatus: payment.status };
  await services.db.transaction((tx) => applyPaymentFact(tx, fact, services.now()));
  return { paymentStatus: (await getPaymentByOrderToken(services.db.reader, input.orderToken)).status };
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
