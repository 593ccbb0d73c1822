import type { Stripe } from 'stripe';
import { createSession } from '../checkout/create-session.ts';
import { expireSession } from '../checkout/finish-session.ts';
import type { Context } from '../context.ts';
import { listInOrder, listNewestFirst, pageParameters } from '../pagination.ts';
import { getSession } from '../payments/find.ts';
import { mergeMetadata } from './metadata.ts';
import type { ApiRequest, Route } from './route.ts';

export const checkoutSessionRoutes: Route[] = [
  { method: 'POST', path: '/v1/checkout/sessions', handle: (ctx, { params }) => createSession(ctx, params) },
  { method: 'GET', path: '/v1/checkout/sessions', handle: list },
  { method: 'GET', path: '/v1/checkout/sessions/:id', handle: (ctx, { id }) => getSession(ctx.state, id) },
  { method: 'POST', path: '/v1/checkout/sessions/:id', handle: update },
  { method: 'POST', path: '/v1/checkout/sessions/:id/expire', handle: expire },
  { method: 'GET', path: '/v1/checkout/sessions/:id/line_items', handle: listLineItems },
];

function list(ctx: Context, { params }: ApiRequest): object {
  params.only('customer', 'payment_intent', 'status', ...pageParameters);
  const customer = params.text('customer');
  const paymentIntent = params.text('payment_intent');
  const status = params.choice('status', ['complete', 'expired', 'open']);
  const sessions = [...ctx.state.checkoutSessions.values()]
    .filter((session) => !customer || session.customer === customer)
    .filter((session) => !paymentIntent || session.payment_intent === paymentIntent)
    .filter((session) => !status || session.status === status);
  return listNewestFirst(sessions, params, '/v1/checkout/sessions');
}

function update(ctx: Context, { id, params }: ApiRequest): Stripe.Checkout.Session {
  const session = getSession(ctx.state, id);
  mergeMetadata(session, params.only('metadata'));
  return session;
}

function expire(ctx: Context, { id, params }: ApiRequest): Stripe.Checkout.Session {
  params.only();
  const session = getSession(ctx.state, id);
  expireSession(ctx, session);
  return session;
}

function listLineItems(ctx: Context, { id, params }: ApiRequest): object {
  getSession(ctx.state, id);
  const items = ctx.state.lineItems.get(id) ?? [];
  return listInOrder(items, params.only(...pageParameters), `/v1/checkout/sessions/${id}/line_items`);
}
