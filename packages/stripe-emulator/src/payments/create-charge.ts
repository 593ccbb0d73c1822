import type { Stripe } from 'stripe';
import type { Decline } from '../cards.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { cardChargeDetailsSkeleton } from '../skeletons/card-charge-details.ts';
import { chargeOutcomeSkeleton } from '../skeletons/charge-outcome.ts';
import { chargeSkeleton } from '../skeletons/charge.ts';

export interface ChargeAttempt {
  paymentIntent: Stripe.PaymentIntent;
  paymentMethod: Stripe.PaymentMethod;
  decline?: Decline;
}

export function createCharge(ctx: Context, attempt: ChargeAttempt): Stripe.Charge {
  const { paymentIntent, paymentMethod, decline } = attempt;
  const paid = decline === undefined;
  const captured = paid && paymentIntent.capture_method !== 'manual';
  const charge: Stripe.Charge = {
    ...structuredClone(chargeSkeleton),
    id: newId('ch'),
    amount: paymentIntent.amount,
    amount_captured: captured ? paymentIntent.amount : 0,
    billing_details: { ...paymentMethod.billing_details },
    calculated_statement_descriptor: ctx.merchantName.toUpperCase().slice(0, 22),
    captured,
    created: ctx.now(),
    currency: paymentIntent.currency,
    customer: paymentIntent.customer,
    description: paymentIntent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: { ...paymentIntent.metadata },
    outcome: outcomeOf(decline),
    paid,
    payment_intent: paymentIntent.id,
    payment_method: paymentMethod.id,
    payment_method_details: cardDetails(attempt),
    receipt_email: paymentIntent.receipt_email,
    shipping: structuredClone(paymentIntent.shipping),
    status: paid ? 'succeeded' : 'failed',
  };
  ctx.state.charges.set(charge.id, charge);
  paymentIntent.latest_charge = charge.id;
  ctx.emit(paid ? 'charge.succeeded' : 'charge.failed', charge);
  return charge;
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  return {
    ...chargeOutcomeSkeleton,
    network_decline_code: null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    seller_message: decline
      ? 'The bank did not return any further details with this decline.'
      : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

function cardDetails({
  paymentIntent,
  paymentMethod,
  decline,
}: ChargeAttempt): Stripe.Charge.PaymentMethodDetails {
  const card = paymentMethod.card;
  return {
    type: 'card',
    card: {
      ...cardChargeDetailsSkeleton,
      amount_authorized: decline ? null : paymentIntent.amount,
      brand: card?.brand ?? null,
      country: card?.country ?? null,
      exp_month: card?.exp_month ?? 0,
      exp_year: card?.exp_year ?? 0,
      funding: card?.funding ?? null,
      last4: card?.last4 ?? null,
      network: card?.brand ?? null,
    },
  };
}
