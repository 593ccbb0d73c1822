import type { Stripe } from 'stripe';
import type { Context } from './context.ts';
import { newId } from './ids.ts';
import { webhookEndpointSkeleton } from './skeletons/webhook-endpoint.ts';

type NewWebhookEndpoint = Partial<Stripe.WebhookEndpoint> & { url: string; secret: string };

export function createWebhookEndpoint(ctx: Context, fields: NewWebhookEndpoint): Stripe.WebhookEndpoint {
  const endpoint: Stripe.WebhookEndpoint = {
    ...structuredClone(webhookEndpointSkeleton),
    enabled_events: ['*'],
    ...fields,
    id: newId('we'),
    created: ctx.now(),
    status: 'enabled',
  };
  ctx.state.webhookEndpoints.set(endpoint.id, endpoint);
  return endpoint;
}
