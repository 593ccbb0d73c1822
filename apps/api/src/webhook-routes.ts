import { receiveStripeEvent, type Services } from '@turing/routers';
import { ShopError } from '@turing/domain';
import express, { Router } from 'express';

/** Where Stripe reports what happened. The signature covers the body as it was sent, so it is not parsed here. */
export function createWebhookRoutes(services: Services): Router {
  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.post('/stripe', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
    const signature = request.get('stripe-signature');
    const rawBody: unknown = request.body;
    if (signature === undefined || !Buffer.isBuffer(rawBody))
      throw new ShopError('WEBHOOK_SIGNATURE_INVALID');
    response.json(await receiveStripeEvent(services, { rawBody, signature }));
  });
  return router;
}
