import type { Stripe } from 'stripe';
import type { TestCard } from '../cards.ts';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { confirmPaymentIntent } from '../payments/confirm-payment-intent.ts';
import { createPaymentIntent } from '../payments/create-payment-intent.ts';
import { getPaymentIntent } from '../payments/find.ts';
import { createCardPaymentMethod } from '../payments/payment-methods.ts';
import { completeSession, rememberShopper, sessionOf } from './finish-session.ts';

export interface CardPayment {
  card: TestCard;
  expMonth: number;
  expYear: number;
  email: string;
  name: string;
}

/**
 * Pays an open session by card. All attempts share one payment intent, so that a session is never paid twice.
 * Returns the address of the 3-D Secure page if the card wants it.
 * @throws card_error on a decline
 */
export function paySession(
  ctx: Context,
  session: Stripe.Checkout.Session,
  payment: CardPayment,
): string | undefined {
  const { card, email, name, expMonth, expYear } = payment;
  rememberShopper(session, { email, name });
  const paymentMethod = createCardPaymentMethod(ctx, card, { billing: { email, name }, expMonth, expYear });
  const paymentIntent = paymentIntentOf(ctx, session);
  const returnUrl = session.url ?? undefined;
  confirmPaymentIntent(ctx, paymentIntent, { paymentMethod: paymentMethod.id, returnUrl });
  if (paymentIntent.status === 'requires_action')
    return paymentIntent.next_action?.redirect_to_url?.url ?? undefined;
  completeSession(ctx, session, paymentIntent);
  return undefined;
}

/** A payment intent that left 3-D Secure with success completes its session, if it has one. */
export function settleAuthenticated(ctx: Context, paymentIntent: Stripe.PaymentIntent): void {
  const session = sessionOf(ctx, paymentIntent);
  if (session?.status === 'open') completeSession(ctx, session, paymentIntent);
}

function paymentIntentOf(ctx: Context, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const id = idOf(session.payment_intent);
  if (id !== null) return getPaymentIntent(ctx.state, id);
  const paymentIntent = createPaymentIntent(ctx, {
    ...ctx.state.paymentIntentFields.get(session.id),
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    customer: session.customer,
  });
  session.payment_intent = paymentIntent.id;
  ctx.state.sessionOfPaymentIntent.set(paymentIntent.id, session.id);
  return paymentIntent;
}
