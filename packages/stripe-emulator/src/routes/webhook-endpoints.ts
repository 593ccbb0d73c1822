import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { missingParameter, noSuch } from '../errors.ts';
import { newId } from '../ids.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import { apiVersion } from '../version.ts';
import { createWebhookEndpoint } from '../webhook-endpoints.ts';
import type { ApiRequest, Route } from './route.ts';

export const webhookEndpointRoutes: Route[] = [
  { method: 'POST', path: '/v1/webhook_endpoints', handle: create },
  { method: 'GET', path: '/v1/webhook_endpoints', handle: list },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    handle: (ctx, { id }) => withoutSecret(getEndpoint(ctx, id)),
  },
  { method: 'DELETE', path: '/v1/webhook_endpoints/:id', handle: remove },
];

/** Only the answer to the creation shows the secret. */
function create(ctx: Context, { params }: ApiRequest): Stripe.WebhookEndpoint {
  params.only('api_version', 'description', 'enabled_events', 'metadata', 'url');
  const url = params.webAddress('url');
  const events = params.texts('enabled_events');
  if (!url) throw missingParameter('url');
  if (!events) throw missingParameter('enabled_events');
  return createWebhookEndpoint(ctx, {
    api_version: params.choice('api_version', [apiVersion]) ?? null,
    description: params.text('description') ?? null,
    enabled_events: events,
    metadata: params.metadata(),
    secret: newId('whsec', 32),
    url,
  });
}

function list(ctx: Context, { params }: ApiRequest): object {
  const endpoints = [...ctx.state.webhookEndpoints.values()].map(withoutSecret);
  return listNewestFirst(endpoints, params.only(...pageParameters), '/v1/webhook_endpoints');
}

function remove(ctx: Context, { id }: ApiRequest): Stripe.DeletedWebhookEndpoint {
  getEndpoint(ctx, id);
  ctx.state.webhookEndpoints.delete(id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

function getEndpoint(ctx: Context, id: string): Stripe.WebhookEndpoint {
  const endpoint = ctx.state.webhookEndpoints.get(id);
  if (!endpoint) throw noSuch('webhook endpoint', id);
  return endpoint;
}

function withoutSecret(endpoint: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint {
  return { ...endpoint, secret: undefined };
}
