import type { AddressInfo } from 'node:net';
import { expireDueSessions } from './checkout/finish-session.ts';
import type { Context, EventOrigin } from './context.ts';
import { isProduction, productionRefusal } from './env.ts';
import { createEvent } from './events.ts';
import { createConfiguration, type Configuration } from './faults.ts';
import { createEmulatorServer, type Exchange } from './server.ts';
import { createState, type State } from './state.ts';
import { createWebhookEndpoint } from './webhook-endpoints.ts';
import { createWebhookSender } from './webhooks.ts';

export interface StripeEmulatorOptions {
  /** Shown to the shopper on the hosted pages. */
  merchantName?: string;
  /** Where a browser reaches the emulator; by default the address it listens on. */
  publicUrl?: string;
  /** The pauses before a webhook is sent again. */
  retryDelaysMs?: number[];
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Sees every call of the API with its answer. */
  onExchange?: (exchange: Exchange) => void;
}

export interface StripeEmulator {
  /** Listens on the loopback; without a port, on a free one. Resolves to the base address. */
  listen: (port?: number) => Promise<string>;
  close: () => Promise<void>;
  /** Resolves when all webhooks have been delivered or given up. */
  idle: () => Promise<void>;
  configure: (patch: Partial<Configuration>) => void;
  addWebhookEndpoint: (endpoint: { url: string; secret: string; events?: string[] }) => void;
  /** Ends the sessions whose time has come; by itself this happens every second. */
  expireDueSessions: () => void;
  readonly state: State;
}

const defaultRetryDelaysMs = [250, 1_000, 4_000, 15_000, 60_000, 300_000];
/** The oldest go first, so that a long load test does not fill the memory. */
const maxEvents = 20_000;
const noOrigin: EventOrigin = { requestId: null, idempotencyKey: null };

/**
 * A Stripe for development and tests: the API, hosted Checkout and webhooks in one process, all in memory.
 * @throws Error with NODE_ENV=production
 */
export function createStripeEmulator(options: StripeEmulatorOptions = {}): StripeEmulator {
  if (isProduction()) throw new Error(productionRefusal);
  const { merchantName = 'Turing Goods', now = Date.now, retryDelaysMs = defaultRetryDelaysMs } = options;
  const state = createState();
  const configuration = createConfiguration();
  const sender = createWebhookSender({ endpoints: state.webhookEndpoints, configuration, retryDelaysMs });
  const seconds = (): number => Math.floor(now() / 1000);
  const baseUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? 0}`;

  function contextFor(origin: EventOrigin): Context {
    const emit: Context['emit'] = (type, object) => {
      const event = createEvent({ type, object, origin }, seconds());
      state.events.set(event.id, event);
      const [oldest] = state.events.keys();
      if (state.events.size > maxEvents && oldest !== undefined) state.events.delete(oldest);
      sender.send(event);
    };
    return { state, merchantName, now: seconds, publicUrl: () => options.publicUrl ?? baseUrl(), emit };
  }

  const ctx = contextFor(noOrigin);
  const server = createEmulatorServer({ contextFor, configuration, onExchange: options.onExchange });
  const sweep = setInterval(() => expireDueSessions(ctx), 1000).unref();

  return {
    state,
    listen: async (port = 0) => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      return baseUrl();
    },
    close: async () => {
      clearInterval(sweep);
      sender.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
    idle: sender.idle,
    configure: (patch) => void Object.assign(configuration, patch),
    addWebhookEndpoint: ({ url, secret, events = ['*'] }) => {
      createWebhookEndpoint(ctx, { url, secret, enabled_events: events });
    },
    expireDueSessions: () => expireDueSessions(ctx),
  };
}
