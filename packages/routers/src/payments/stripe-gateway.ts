import { ShopError } from '@turing/domain';
import { Stripe } from 'stripe';
import { connectStripe, type StripeConnection } from '../platform/stripe-client.ts';
import type { CheckoutState, GatewayEvent, PaymentGateway } from './gateway.ts';
import { interpretStripeEvent, refOf } from './stripe-events.ts';
import { sessionParams } from './stripe-session.ts';

export interface StripeSettings extends StripeConnection {
  readonly webhookSecret: string;
}

async function call<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (cause) {
    throw translate(cause);
  }
}

function translate(cause: unknown): unknown {
  if (!(cause instanceof Stripe.errors.StripeError)) return cause;
  const details = { gatewayCode: cause.code ?? cause.type };
  const refused =
    cause instanceof Stripe.errors.StripeInvalidRequestError ||
    cause instanceof Stripe.errors.StripeCardError;
  return new ShopError(refused ? 'PAYMENT_GATEWAY_REFUSED' : 'PAYMENT_GATEWAY_UNAVAILABLE', details, {
    cause,
  });
}

function stateOf(session: Stripe.Checkout.Session): CheckoutState {
  const paymentRef = refOf(session.payment_intent);
  if (session.payment_status === 'paid' && paymentRef !== null && session.amount_total !== null) {
    return {
      status: 'paid',
      paymentRef,
      amountMinor: session.amount_total,
      currency: (session.currency ?? '').toUpperCase(),
    };
  }
  return { status: session.status === 'expired' ? 'expired' : 'open' };
}

function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
}

async function findCheckout(stripe: Stripe, sessionRef: string): Promise<CheckoutState> {
  try {
    return stateOf(await stripe.checkout.sessions.retrieve(sessionRef));
  } catch (error) {
    if (isMissing(error)) return { status: 'unknown' };
    throw translate(error);
  }
}

async function closeCheckout(stripe: Stripe, sessionRef: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(sessionRef);
  } catch (error) {
    // Refused when it is not open any more: then there is nothing to close.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw translate(error);
  }
}

function verifyEvent(
  stripe: Stripe,
  secret: string,
  signed: { rawBody: Buffer; signature: string },
): GatewayEvent {
  try {
    const event = stripe.webhooks.constructEvent(signed.rawBody, signed.signature, secret);
    return { id: event.id, type: event.type, payload: { ...event } };
  } catch (cause) {
    throw new ShopError('WEBHOOK_SIGNATURE_INVALID', undefined, { cause });
  }
}

/** Stripe behind the gateway port: hosted Checkout, refunds and signed events. */
export function createStripeGateway(settings: StripeSettings): PaymentGateway {
  const stripe = connectStripe(settings);
  return {
    createCheckout: (request) =>
      call(async () => {
        const session = await stripe.checkout.sessions.create(sessionParams(request), {
          idempotencyKey: `checkout-${request.attemptId}`,
        });
        if (session.url === null)
          throw new ShopError('PAYMENT_GATEWAY_REFUSED', { gatewayCode: 'session_without_url' });
        return { sessionRef: session.id, url: session.url };
      }),
    findCheckout: (sessionRef) => findCheckout(stripe, sessionRef),
    closeCheckout: (sessionRef) => closeCheckout(stripe, sessionRef),
    refund: ({ refundId, paymentRef, amountMinor }) =>
      call(async () => {
        const refund = await stripe.refunds.create(
          { payment_intent: paymentRef, amount: amountMinor, metadata: { refundId } },
          { idempotencyKey: `refund-${refundId}` },
        );
        const failed = refund.status === 'failed' || refund.status === 'canceled';
        const settled = refund.status === 'succeeded' ? 'succeeded' : 'pending';
        return { gatewayRef: refund.id, status: failed ? 'failed' : settled };
      }),
    verifyEvent: (rawBody, signature) => verifyEvent(stripe, settings.webhookSecret, { rawBody, signature }),
    interpret: interpretStripeEvent,
  };
}
