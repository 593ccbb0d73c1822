import type { Stripe } from 'stripe';
import { noSuch } from '../errors.ts';
import type { State } from '../state.ts';

export function getPaymentIntent(state: State, id: string): Stripe.PaymentIntent {
  return state.paymentIntents.get(id) ?? missing('payment_intent', id);
}

export function getCharge(state: State, id: string): Stripe.Charge {
  return state.charges.get(id) ?? missing('charge', id);
}

export function getCustomer(state: State, id: string, param = 'id'): Stripe.Customer {
  return state.customers.get(id) ?? missing('customer', id, param);
}

export function getSession(state: State, id: string): Stripe.Checkout.Session {
  return state.checkoutSessions.get(id) ?? missing('checkout.session', id);
}

function missing(kind: string, id: string, param?: string): never {
  throw noSuch(kind, id, param);
}
