import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { idOf, newId } from '../ids.ts';
import { cancelPaymentIntent } from '../payments/settle-payment-intent.ts';
import { customerDetailsSkeleton } from '../skeletons/customer-details.ts';
import { customerSkeleton } from '../skeletons/customer.ts';

/** The shopper has paid (or, with manual capture, the bank has authorized): the session is complete. */
export function completeSession(
  ctx: Context,
  session: Stripe.Checkout.Session,
  paymentIntent: Stripe.PaymentIntent,
): void {
  session.status = 'complete';
  session.payment_status = paymentIntent.status === 'succeeded' ? 'paid' : 'unpaid';
  session.url = null;
  session.customer ??= createCustomerFor(ctx, session)?.id ?? null;
  ctx.emit('checkout.session.completed', session);
}

export function rememberShopper(
  session: Stripe.Checkout.Session,
  shopper: { email: string; name: string },
): void {
  session.customer_details = {
    ...structuredClone(customerDetailsSkeleton),
    email: shopper.email,
    name: shopper.name,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

export function expireSession(ctx: Context, session: Stripe.Checkout.Session): void {
  if (session.status !== 'open') {
    throw refused('Only Checkout Sessions with a status in ["open"] can be expired.');
  }
  session.status = 'expired';
  session.url = null;
  const paymentIntent = ctx.state.paymentIntents.get(idOf(session.payment_intent) ?? '');
  if (paymentIntent) cancelPaymentIntent(ctx, paymentIntent, 'automatic');
  ctx.emit('checkout.session.expired', session);
}

/** Sessions end by themselves at `expires_at`. */
export function expireDueSessions(ctx: Context): void {
  const now = ctx.now();
  for (const session of ctx.state.checkoutSessions.values()) {
    if (session.status === 'open' && session.expires_at <= now) expireSession(ctx, session);
  }
}

export function sessionOf(
  ctx: Context,
  paymentIntent: Stripe.PaymentIntent,
): Stripe.Checkout.Session | undefined {
  const id = ctx.state.sessionOfPaymentIntent.get(paymentIntent.id);
  return id === undefined ? undefined : ctx.state.checkoutSessions.get(id);
}

export function successUrlOf(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function createCustomerFor(ctx: Context, session: Stripe.Checkout.Session): Stripe.Customer | undefined {
  if (session.customer_creation !== 'always') return undefined;
  const customer: Stripe.Customer = {
    ...structuredClone(customerSkeleton),
    id: newId('cus', 14),
    created: ctx.now(),
    email: session.customer_details?.email ?? null,
    name: session.customer_details?.name ?? null,
  };
  ctx.state.customers.set(customer.id, customer);
  ctx.emit('customer.created', customer);
  return customer;
}
