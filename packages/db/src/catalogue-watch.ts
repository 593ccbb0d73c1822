import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The products that changed; `all`: too many to name; `queries`: none, only what others searched for. */
export type CatalogueChange =
  | 'all'
  | 'queries'
  | {
      readonly products: readonly string[];
      /** False when it shows on their own pages alone. */
      readonly isOnLists: boolean;
    };

export interface CatalogueWatchOptions {
  readonly url: string;
  readonly onChange: (change: CatalogueChange) => void;
  readonly onError?: (error: Error) => void;
}

export interface CatalogueWatch {
  /** Every change committed before this moment of `performance.now()` has been told. */
  readonly toldUntil: () => number;
  readonly close: () => Promise<void>;
}

const beatEveryMs = 250;
const beatTimeoutMs = 2000;
const firstRetryMs = 100;
const lastRetryMs = 2000;
const onPages = 'pages:';

/**
 * Listens to what changes in the catalogue, on a connection of its own. Four times a second it sends a notification to
 * itself: they arrive in the order of their commits, so one's own proves that all earlier ones were heard. The same
 * question asks what the clock alone has changed, such as a sale that began.
 */
export function watchCatalogue(options: CatalogueWatchOptions): CatalogueWatch {
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

interface Watching extends CatalogueWatchOptions {
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
async function watchOnce({ url, onChange, onBeat, signal }: Watching): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'turing-catalogue-watch',
    connectionTimeoutMillis: 5000,
    query_timeout: beatTimeoutMs,
  });
  const beat = { name: `beat:${randomUUID()}`, heard: 0 };
  client.on('error', () => undefined);
  client.on('notification', ({ payload = '' }) => {
    if (payload === beat.name) beat.heard += 1;
    else if (!payload.startsWith('beat:')) onChange(parseChange(payload));
  });
  try {
    await client.connect();
    await client.query('LISTEN catalogue');
    let since = await readClock(client);
    // What happened while nobody listened is unknown.
    onChange('all');
    for (let sent = 1; !signal.aborted; sent += 1) {
      const sentAt = performance.now();
      const { now, due } = await ask(client, since, beat.name);
      since = now;
      if (due !== '') onChange(parseChange(due));
      if (beat.heard !== sent) throw new Error('a notification of our own was not heard');
      onBeat(sentAt);
      await sleep(beatEveryMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readClock(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: string }>('SELECT now()::text AS now');
  return rows[0]?.now ?? '-infinity';
}

async function ask(client: pg.Client, since: string, beat: string): Promise<{ now: string; due: string }> {
  const { rows } = await client.query<{ now: string; due: string }>({
    name: 'catalogue_beat',
    text: `SELECT now()::text AS now, catalogue_changes_due($1) AS due, pg_notify('catalogue', $2)`,
    values: [since, beat],
  });
  return rows[0] ?? { now: since, due: 'all' };
}

function parseChange(payload: string): CatalogueChange {
  if (payload === 'all' || payload === 'queries') return payload;
  const isOnLists = !payload.startsWith(onPages);
  return { products: payload.slice(isOnLists ? 0 : onPages.length).split(','), isOnLists };
}
