import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stripe } from 'stripe';
import type { Configuration } from './faults.ts';
import type { StoredEvent } from './state.ts';

export interface WebhookSender {
  send: (event: StoredEvent) => void;
  /** Resolves when nothing is on its way any more, retries included. */
  idle: () => Promise<void>;
  stop: () => void;
}

interface SenderOptions {
  endpoints: Map<string, Stripe.WebhookEndpoint>;
  configuration: Configuration;
  /** The pause before each further attempt; when they run out, the event is given up. */
  retryDelaysMs: number[];
}

const answerTimeoutMs = 10_000;

/** Sends events the way Stripe does: signed, in no promised order, at least once. */
export function createWebhookSender(options: SenderOptions): WebhookSender {
  const { endpoints, configuration, retryDelaysMs } = options;
  const pending = new Set<Promise<void>>();
  const stopping = new AbortController();

  function send(event: StoredEvent): void {
    const wanted = [...endpoints.values()].filter((endpoint) => wants(endpoint, event.type));
    event.pending_webhooks = wanted.length;
    for (const endpoint of wanted) {
      track(deliver(endpoint, event));
      if (configuration.duplicateWebhooks) track(deliver(endpoint, event));
    }
  }

  function track(delivery: Promise<void>): void {
    const tracked = delivery.catch(() => undefined).finally(() => pending.delete(tracked));
    pending.add(tracked);
  }

  async function deliver(endpoint: Stripe.WebhookEndpoint, event: StoredEvent): Promise<void> {
    for (const waitMs of [configuration.webhookDelayMs, ...retryDelaysMs]) {
      await delay(waitMs, undefined, { signal: stopping.signal, ref: false });
      if (!(await post(endpoint, JSON.stringify(event), stopping.signal))) continue;
      event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
      return;
    }
  }

  async function idle(): Promise<void> {
    while (pending.size > 0) await Promise.all(pending);
  }

  return { send, idle, stop: () => stopping.abort() };
}

function wants(endpoint: Stripe.WebhookEndpoint, type: string): boolean {
  return endpoint.enabled_events.some((wanted) => wanted === '*' || wanted === type);
}

async function post(endpoint: Stripe.WebhookEndpoint, body: string, stopped: AbortSignal): Promise<boolean> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': sign(body, endpoint.secret ?? '', Math.floor(Date.now() / 1000)),
    'user-agent': 'Stripe/1.0 (emulator)',
  };
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(answerTimeoutMs)]);
  try {
    const response = await fetch(endpoint.url, { method: 'POST', body, headers, signal, redirect: 'manual' });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** https://docs.stripe.com/webhooks#verify-manually */
export function sign(body: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
