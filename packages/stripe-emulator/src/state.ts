import type { Stripe } from 'stripe';
import type { TestCard } from './cards.ts';

/** An event as sent: the SDK's type, with the object it carries held as plain data. */
export interface StoredEvent extends Omit<Stripe.EventBase, 'data'> {
  data: { object: object };
}

export interface StoredReply {
  fingerprint: string;
  requestId: string;
  /** Absent while the first request with this key is still at work. */
  result?: { status: number; body: unknown };
}

/** Everything the emulator remembers. The first maps are Stripe's objects by id, in order of creation. */
export interface State {
  charges: Map<string, Stripe.Charge>;
  checkoutSessions: Map<string, Stripe.Checkout.Session>;
  customers: Map<string, Stripe.Customer>;
  events: Map<string, StoredEvent>;
  paymentIntents: Map<string, Stripe.PaymentIntent>;
  paymentMethods: Map<string, Stripe.PaymentMethod>;
  products: Map<string, Stripe.Product>;
  refunds: Map<string, Stripe.Refund>;
  taxCalculations: Map<string, Stripe.Tax.Calculation>;
  webhookEndpoints: Map<string, Stripe.WebhookEndpoint>;
  deletedCustomers: Set<string>;
  /** By payment method. */
  cards: Map<string, TestCard>;
  /** By Checkout session. */
  lineItems: Map<string, Stripe.LineItem[]>;
  /** By Checkout session: what its payment intent will be made with. */
  paymentIntentFields: Map<string, Partial<Stripe.PaymentIntent>>;
  /** By tax calculation. */
  taxLineItems: Map<string, Stripe.Tax.CalculationLineItem[]>;
  /** By line item of a tax calculation. */
  taxBreakdowns: Map<string, Stripe.Tax.CalculationLineItem.TaxBreakdown[]>;
  /** By payment intent. */
  sessionOfPaymentIntent: Map<string, string>;
  /** By API key and idempotency key. */
  replies: Map<string, StoredReply>;
}

export function createState(): State {
  return {
    charges: new Map(),
    checkoutSessions: new Map(),
    customers: new Map(),
    events: new Map(),
    paymentIntents: new Map(),
    paymentMethods: new Map(),
    products: new Map(),
    refunds: new Map(),
    taxCalculations: new Map(),
    taxLineItems: new Map(),
    taxBreakdowns: new Map(),
    webhookEndpoints: new Map(),
    deletedCustomers: new Set(),
    cards: new Map(),
    lineItems: new Map(),
    paymentIntentFields: new Map(),
    sessionOfPaymentIntent: new Map(),
    replies: new Map(),
  };
}
