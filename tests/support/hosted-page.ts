import type { createStripeEmulator } from '@turing/stripe-emulator';
import { applyGatewayEvent, receiveStripeEvent } from '@turing/routers';
import { Stripe } from 'stripe';
import type { Shop } from './shop.ts';

type Emulator = ReturnType<typeof createStripeEmulator>;

export interface HostedPage {
  /** Types a card that is good into the hosted page, as a browser does. */
  readonly pay: (url: string) => Promise<void>;
  /** Every event the gateway has so far, signed as it would send them. */
  readonly deliver: () => Promise<void>;
}

/** The gateway's side of a test: what a buyer types there and what it tells the shop. */
export function openHostedPage(
  shop: Shop,
  { base, secret }: { readonly base: Awaited<ReturnType<Emulator['listen']>>; readonly secret: string },
): HostedPage {
  const { port } = new URL(base);
  const stripe = new Stripe('sk_test_shop', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
  });
  return {
    pay: async (url) => {
      await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          email: 'a@example.com',
          cardNumber: '4242 4242 4242 4242',
          cardExpiry: '12 / 34',
          cardCvc: '123',
          billingName: 'Ada',
        }),
      });
    },
    deliver: async () => {
      const events = (await stripe.events.list({ limit: 100 })).data.toReversed();
      for (const event of events) {
        const payload = JSON.stringify(event);
        const signature = stripe.webhooks.generateTestHeaderString({ payload, secret });
        await receiveStripeEvent(shop, { rawBody: Buffer.from(payload), signature });
        await applyGatewayEvent(shop, event.id);
      }
    },
  };
}
