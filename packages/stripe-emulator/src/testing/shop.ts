import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { createStripeEmulator, type StripeEmulator, type StripeEmulatorOptions } from '../emulator.ts';

export const webhookSecret = 'whsec_test';

/** The other side of the emulator: a shop that calls the API, receives webhooks and browses the pages. */
export interface Shop extends AsyncDisposable {
  emulator: StripeEmulator;
  baseUrl: string;
  stripe: Stripe;
  connect: (config?: Stripe.StripeConfig & { key?: string }) => Stripe;
  /** The events received, each proven by its signature. */
  received: Stripe.Event[];
  receivedTypes: () => string[];
  /** Status codes for the next webhooks; 200 when used up. */
  webhookAnswers: number[];
}

export async function openShop(options: StripeEmulatorOptions = {}): Promise<Shop> {
  const emulator = createStripeEmulator({ retryDelaysMs: [5, 10], ...options });
  const baseUrl = await emulator.listen();
  const connect: Shop['connect'] = ({ key = 'sk_test_shop', ...config } = {}) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port: new URL(baseUrl).port,
      protocol: 'http',
      telemetry: false,
      ...config,
    });
  const stripe = connect();
  const received: Stripe.Event[] = [];
  const webhookAnswers: number[] = [];
  const receiver = await receiveWebhooks((body, signature) => {
    received.push(stripe.webhooks.constructEvent(body, signature, webhookSecret));
    return webhookAnswers.shift() ?? 200;
  });
  emulator.addWebhookEndpoint({ url: urlOf(receiver), secret: webhookSecret });
  return {
    emulator,
    baseUrl,
    stripe,
    connect,
    received,
    receivedTypes: () => received.map((event) => event.type),
    webhookAnswers,
    [Symbol.asyncDispose]: async () => {
      await emulator.close();
      receiver.closeAllConnections();
      receiver.close();
    },
  };
}

async function receiveWebhooks(accept: (body: string, signature: string) => number): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      response.writeHead(accept(body, String(request.headers['stripe-signature']))).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`;
}

export async function openSession(
  { stripe }: Pick<Shop, 'stripe'>,
  params: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://shop.test/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/cart',
    client_reference_id: 'order-7',
    metadata: { orderId: '7' },
    line_items: [lineItem('Mug <b>', 700, 2), lineItem('Shipping', 500, 1)],
    ...params,
  });
}

export function lineItem(
  name: string,
  unitAmount: number,
  quantity: number,
): Stripe.Checkout.SessionCreateParams.LineItem {
  return { quantity, price_data: { currency: 'usd', unit_amount: unitAmount, product_data: { name } } };
}

export const cardForm = {
  email: 'shopper@example.com',
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12 / 40',
  cardCvc: '123',
  billingName: 'Sam Shopper',
};

export interface PageVisit {
  status: number;
  location: string | null;
  html: string;
}

/** Visits a page as a browser without scripts would, but shows redirects instead of following them. */
export async function visit(url: string | null, form?: Record<string, string>): Promise<PageVisit> {
  if (url === null) throw new Error('There is no page to visit.');
  const init: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const response = await fetch(url, { ...init, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
