import { z } from 'zod';
import type { GatewayEvent, PaymentFact } from './gateway.ts';

const reference = z.union([z.string(), z.object({ id: z.string() })]).nullable();

/** The id behind a field that Stripe sends either as an id or expanded. */
export function refOf(value: z.infer<typeof reference>): string | null {
  return typeof value === 'object' ? (value?.id ?? null) : value;
}

const session = z.object({
  id: z.string(),
  payment_status: z.string(),
  payment_intent: reference,
  amount_total: z.number().int().nullable(),
  currency: z.string().nullable(),
});

const intent = z.object({
  metadata: z.object({ attemptId: z.uuid() }),
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
});

const charge = z.object({ payment_intent: reference, amount_refunded: z.number().int() });

function sessionPaid(object: unknown): PaymentFact | null {
  const parsed = session.safeParse(object);
  if (!parsed.success || parsed.data.payment_status !== 'paid') return null;
  const { id, payment_intent: paymentIntent, amount_total: amountMinor, currency } = parsed.data;
  const paymentRef = refOf(paymentIntent);
  if (paymentRef === null || amountMinor === null || currency === null) return null;
  return { kind: 'captured', sessionRef: id, paymentRef, amountMinor, currency: currency.toUpperCase() };
}

function sessionExpired(object: unknown): PaymentFact | null {
  const parsed = session.safeParse(object);
  return parsed.success ? { kind: 'session_expired', sessionRef: parsed.data.id } : null;
}

function intentDeclined(object: unknown): PaymentFact | null {
  const parsed = intent.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, last_payment_error: error } = parsed.data;
  return {
    kind: 'declined',
    attemptId: metadata.attemptId,
    failure: error?.decline_code ?? error?.code ?? 'declined',
  };
}

function chargeRefunded(object: unknown): PaymentFact | null {
  const parsed = charge.safeParse(object);
  const paymentRef = parsed.success ? refOf(parsed.data.payment_intent) : null;
  if (!parsed.success || paymentRef === null) return null;
  return { kind: 'refunded', paymentRef, refundedMinor: parsed.data.amount_refunded };
}

const readers: Readonly<Record<string, (object: unknown) => PaymentFact | null>> = {
  'checkout.session.completed': sessionPaid,
  'checkout.session.async_payment_succeeded': sessionPaid,
  'checkout.session.expired': sessionExpired,
  'payment_intent.payment_failed': intentDeclined,
  'charge.refunded': chargeRefunded,
};

const envelope = z.object({ data: z.object({ object: z.unknown() }) });

/** What a Stripe event means to the shop; null for the many that mean nothing, or that are not about a payment of ours. */
export function interpretStripeEvent(event: GatewayEvent): PaymentFact | null {
  const read = Object.hasOwn(readers, event.type) ? readers[event.type] : undefined;
  const parsed = envelope.safeParse(event.payload);
  return read === undefined || !parsed.success ? null : read(parsed.data.data.object);
}
