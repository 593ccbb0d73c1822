import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { invalidParameter, refused } from '../errors.ts';
import { newId } from '../ids.ts';
import { formatMoney } from '../money.ts';
import { refundSkeleton } from '../skeletons/refund.ts';

export interface NewRefund {
  charge: Stripe.Charge;
  /** All that is left by default. */
  amount?: number;
  reason?: Stripe.Refund.Reason;
  metadata: Record<string, string>;
}

export function createRefund(ctx: Context, { charge, amount, reason, metadata }: NewRefund): Stripe.Refund {
  const remaining = remainingOf(charge);
  const refunded = amount ?? remaining;
  if (refunded > remaining) {
    const asked = formatMoney(refunded, charge.currency);
    const left = formatMoney(remaining, charge.currency);
    throw invalidParameter(
      'amount',
      `Refund amount (${asked}) is greater than unrefunded amount on charge (${left})`,
    );
  }
  const refund: Stripe.Refund = {
    ...structuredClone(refundSkeleton),
    id: newId('re'),
    amount: refunded,
    charge: charge.id,
    created: ctx.now(),
    currency: charge.currency,
    destination_details: {
      type: 'card',
      card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: reason ?? null,
    status: 'succeeded',
  };
  ctx.state.refunds.set(refund.id, refund);
  charge.amount_refunded += refunded;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  ctx.emit('charge.refunded', charge);
  ctx.emit('refund.created', refund);
  return refund;
}

function remainingOf(charge: Stripe.Charge): number {
  if (!charge.paid || !charge.captured) {
    throw refused(`Charge ${charge.id} has not been captured, so there is nothing to refund.`, {
      code: 'charge_not_refundable',
    });
  }
  const remaining = charge.amount_captured - charge.amount_refunded;
  if (remaining <= 0)
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  return remaining;
}
