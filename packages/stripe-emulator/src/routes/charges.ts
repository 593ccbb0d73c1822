import type { Context } from '../context.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import { getCharge } from '../payments/find.ts';
import type { ApiRequest, Route } from './route.ts';

export const chargeRoutes: Route[] = [
  { method: 'GET', path: '/v1/charges', handle: listCharges },
  { method: 'GET', path: '/v1/charges/:id', handle: (ctx, { id }) => getCharge(ctx.state, id) },
];

function listCharges(ctx: Context, { params }: ApiRequest): object {
  params.only('customer', 'payment_intent', ...pageParameters);
  const customer = params.text('customer');
  const paymentIntent = params.text('payment_intent');
  const charges = [...ctx.state.charges.values()]
    .filter((charge) => !customer || charge.customer === customer)
    .filter((charge) => !paymentIntent || charge.payment_intent === paymentIntent);
  return listNewestFirst(charges, params, '/v1/charges');
}
