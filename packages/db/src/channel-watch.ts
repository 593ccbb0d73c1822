import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ChannelWatch {
  /** Everything committed before this moment of `performance.now()` has been told. */
  readonly toldUntil: () => number;
  readonly close: () => Promise<void>;
}

export interface ChannelWatchOptions {
  readonly url: string;
  readonly channel: string;
  readonly applicationName: string;
  /** From now on everything is heard; what happened before is unknown. */
  readonly onListening: (client: pg.Client) => Promise<void> | void;
  readonly onPayload: (payload: string) => void;
  /** Sends the payload `beat` to the channel, and may ask something with it; by default nothing. */
  readonly sendBeat?: (client: pg.Client, beat: string) => Promise<void>;
  readonly onError?: (error: Error) => void;
}

const beatEveryMs = 250;
const beatTimeoutMs = 2000;
const firstRetryMs = 100;
const lastRetryMs = 2000;
const beatPrefix = 'beat:';

/**
 * Listens to a channel, on a connection of its own. Four times a second it sends a notification to itself: they arrive in
 * the order of their commits, so one's own proves that all earlier ones were heard.
 */
export function watchChannel(options: ChannelWatchOptions): ChannelWatch {
  const stopping = new AbortController();
  let toldUntil = Number.NEGATIVE_INFINITY;
  const done = keepWatching({
    ...options,
    signal: stopping.signal,
    onBeat: (moment) => {
      toldUntil = moment;
    },
  });
  return {
    toldUntil: () => toldUntil,
    close: async () => {
      stopping.abort();
      await done;
    },
  };
}

interface Watching extends ChannelWatchOptions {
  readonly signal: AbortSignal;
  readonly onBeat: (moment: number) => void;
}

async function keepWatching(watching: Watching): Promise<void> {
  const { signal, onError } = watching;
  let retryMs = firstRetryMs;
  while (!signal.aborted) {
    const startedAt = performance.now();
    try {
      await watchOnce(watching);
    } catch (error) {
      if (!signal.aborted && error instanceof Error) onError?.(error);
    }
    retryMs = performance.now() - startedAt > lastRetryMs ? firstRetryMs : Math.min(2 * retryMs, lastRetryMs);
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One connection, until it fails or the watch is closed. */
async function watchOnce(watching: Watching): Promise<void> {
  const { url, channel, applicationName, onListening, onPayload, onBeat, signal } = watching;
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
    query_timeout: beatTimeoutMs,
  });
  const beat = { name: `${beatPrefix}${randomUUID()}`, heard: 0 };
  client.on('error', () => undefined);
  client.on('notification', ({ payload = '' }) => {
    if (payload === beat.name) beat.heard += 1;
    else if (!payload.startsWith(beatPrefix)) onPayload(payload);
  });
  const sendBeat = watching.sendBeat ?? ((to, name) => notify(to, channel, name));
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    await onListening(client);
    for (let sent = 1; !signal.aborted; sent += 1) {
      const sentAt = performance.now();
      await sendBeat(client, beat.name);
      if (beat.heard !== sent) throw new Error('a notification of our own was not heard');
      onBeat(sentAt);
      await sleep(beatEveryMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function notify(client: pg.Client, channel: string, payload: string): Promise<void> {
  await client.query({ name: 'channel_beat', text: 'SELECT pg_notify($1, $2)', values: [channel, payload] });
}
