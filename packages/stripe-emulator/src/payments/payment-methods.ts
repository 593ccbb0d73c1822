import type { Stripe } from 'stripe';
import { testCards, type TestCard } from '../cards.ts';
import type { Context } from '../context.ts';
import { noSuch } from '../errors.ts';
import { newId } from '../ids.ts';
import { cardSkeleton } from '../skeletons/card.ts';
import { paymentMethodSkeleton } from '../skeletons/payment-method.ts';

interface CardDetails {
  billing?: Partial<Stripe.PaymentMethod.BillingDetails>;
  expMonth?: number;
  expYear?: number;
}

export function createCardPaymentMethod(
  ctx: Context,
  card: TestCard,
  details: CardDetails = {},
): Stripe.PaymentMethod {
  const skeleton = structuredClone(paymentMethodSkeleton);
  const paymentMethod: Stripe.PaymentMethod = {
    ...skeleton,
    id: newId('pm'),
    type: 'card',
    created: ctx.now(),
    metadata: {},
    billing_details: { ...skeleton.billing_details, ...details.billing },
    card: {
      ...structuredClone(cardSkeleton),
      brand: card.brand,
      display_brand: card.brand,
      last4: card.number.slice(-4),
      exp_month: details.expMonth ?? 12,
      exp_year: details.expYear ?? new Date(ctx.now() * 1000).getUTCFullYear() + 3,
      country: 'US',
      fingerprint: `emulated${card.number.slice(-8)}`,
      funding: 'credit',
      three_d_secure_usage: { supported: true },
    },
  };
  ctx.state.paymentMethods.set(paymentMethod.id, paymentMethod);
  ctx.state.cards.set(paymentMethod.id, card);
  return paymentMethod;
}

/** Finds a stored payment method; Stripe's test ids (`pm_card_visa`, …) make a new one at each use. */
export function usePaymentMethod(ctx: Context, id: string): Stripe.PaymentMethod {
  const stored = ctx.state.paymentMethods.get(id);
  if (stored) return stored;
  const card = Object.hasOwn(testCards, id) ? testCards[id] : undefined;
  if (!card) throw noSuch('PaymentMethod', id, 'payment_method');
  return createCardPaymentMethod(ctx, card);
}

export function cardOf(ctx: Context, paymentMethod: Stripe.PaymentMethod): TestCard {
  const card = ctx.state.cards.get(paymentMethod.id);
  if (!card) throw noSuch('PaymentMethod', paymentMethod.id, 'payment_method');
  return card;
}
