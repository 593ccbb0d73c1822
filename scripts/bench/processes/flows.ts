import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { FlowOrder, RunResult } from './messages.ts';
import { recordTime, resultOf, serve } from './tally.ts';

interface Api {
  readonly query: (path: string, input: unknown) => Promise<Answer>;
  readonly mutate: (path: string, input: unknown) => Promise<Answer>;
}

interface Answer {
  readonly token: string;
  readonly shippingMethod: string;
  readonly pricing: { readonly totalMinor: number };
}

const address = {
  name: 'Ada Marlowe',
  line1: '1912 SW Morrison Street',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: null,
};

const flows = {
  'new-cart-line': async (api: Api, variantId: string) => {
    await addLine(api, variantId);
  },
  checkout: async (api: Api, variantId: string) => {
    const { token } = await addLine(api, variantId);
    const quote = await api.query('orders.checkout.quote', { token, country: 'US', region: 'OR' });
    await api.mutate('orders.checkout.place', {
      token,
      email: 'reader@example.com',
      address,
      shippingMethod: quote.shippingMethod,
      expectedTotalMinor: quote.pricing.totalMinor,
      idempotencyKey: randomUUID(),
    });
  },
};

function addLine(api: Api, variantId: string): Promise<Answer> {
  return api.mutate('orders.cart.addLine', {
    token: null,
    variantId,
    quantity: 1,
    idempotencyKey: randomUUID(),
  });
}

/** Shoppers that each do the whole flow again and again; one flow counts as one. */
async function shop({ url, flow, variantIds, connections, seconds }: FlowOrder): Promise<RunResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const api = connect(url, agent);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let count = 0;
  let errors = 0;

  async function shopper(place: number): Promise<void> {
    for (let turn = place; performance.now() < endsAt; turn += connections) {
      const beganAt = performance.now();
      await flows[flow](api, variantIds[turn % variantIds.length] ?? '').catch(() => {
        errors += 1;
      });
      recordTime(performance.now() - beganAt);
      count += 1;
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, place) => shopper(place)));
  agent.destroy();
  return resultOf({ count, seconds: (performance.now() - startedAt) / 1000, errors });
}

function connect(url: string, agent: Agent): Api {
  const send = (method: string, path: string, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const outgoing = request(`${url}/trpc/${path}`, {
        method,
        agent,
        headers: { 'content-type': 'application/json' },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => (text += part));
        incoming.on('end', () => {
          const { result } = JSON.parse(text) as { result?: { data: Answer } };
          if (result === undefined) reject(new Error(text));
          else resolve(result.data);
        });
      });
      outgoing.end(body);
    });
  return {
    query: (path, input) => send('GET', `${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
    mutate: (path, input) => send('POST', path, JSON.stringify(input)),
  };
}

serve(shop);
