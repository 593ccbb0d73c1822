import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { noSuch, refused } from '../errors.ts';
import { idOf } from '../ids.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import type { Params } from '../params.ts';
import { createRefund } from '../payments/create-refund.ts';
import { getCharge, getPaymentIntent } from '../payments/find.ts';
import { recallPastPayment } from '../payments/past-payment.ts';
import { mergeMetadata } from './metadata.ts';
import type { ApiRequest, Route } from './route.ts';

export const refundRoutes: Route[] = [
  { method: 'POST', path: '/v1/refunds', handle: create },
  { method: 'GET', path: '/v1/refunds', handle: list },
  { method: 'GET', path: '/v1/refunds/:id', handle: (ctx, { id }) => getRefund(ctx, id) },
  { method: 'POST', path: '/v1/refunds/:id', handle: update },
];

function create(ctx: Context, { params }: ApiRequest): Stripe.Refund {
  params.only('amount', 'charge', 'metadata', 'payment_intent', 'reason');
  return createRefund(ctx, {
    charge: chargeToRefund(ctx, params),
    amount: params.has('amount') ? params.requiredInteger('amount', 1) : undefined,
    reason: params.choice('reason', ['duplicate', 'fraudulent', 'requested_by_customer']),
    metadata: params.metadata(),
  });
}

function chargeToRefund(ctx: Context, params: Params): Stripe.Charge {
  const charge = params.text('charge');
  if (charge) return getCharge(ctx.state, charge);
  const id = params.text('payment_intent');
  if (!id)
    throw refused(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  recallPastPayment(ctx, id);
  const paymentIntent = getPaymentIntent(ctx.state, id);
  const latest = ctx.state.charges.get(idOf(paymentIntent.latest_charge) ?? '');
  if (latest?.paid) return latest;
  throw refused(`This PaymentIntent (${id}) does not have a successful charge to refund.`, {
    code: 'charge_not_refundable',
  });
}

function list(ctx: Context, { params }: ApiRequest): object {
  params.only('charge', 'payment_intent', ...pageParameters);
  const charge = params.text('charge');
  const paymentIntent = params.text('payment_intent');
  const refunds = [...ctx.state.refunds.values()]
    .filter((refund) => !charge || refund.charge === charge)
    .filter((refund) => !paymentIntent || refund.payment_intent === paymentIntent);
  return listNewestFirst(refunds, params, '/v1/refunds');
}

function getRefund(ctx: Context, id: string): Stripe.Refund {
  const refund = ctx.state.refunds.get(id);
  if (!refund) throw noSuch('refund', id);
  return refund;
}

function update(ctx: Context, { id, params }: ApiRequest): Stripe.Refund {
  const refund = getRefund(ctx, id);
  mergeMetadata(refund, params.only('metadata'));
  ctx.emit('refund.updated', refund);
  return refund;
}
