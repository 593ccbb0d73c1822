import type pg from 'pg';
import { type ChannelWatch, watchChannel } from './channel-watch.ts';

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

export type CatalogueWatch = ChannelWatch;

const channel = 'catalogue';
const onPages = 'pages:';

/**
 * Listens to what changes in the catalogue. With each beat it asks what the clock alone has changed, such as a sale that
 * began.
 */
export function watchCatalogue({ url, onChange, onError }: CatalogueWatchOptions): CatalogueWatch {
  let since = '-infinity';
  return watchChannel({
    url,
    channel,
    applicationName: 'turing-catalogue-watch',
    onListening: async (client) => {
      since = await readClock(client);
      // What happened while nobody listened is unknown.
      onChange('all');
    },
    onPayload: (payload) => onChange(parseChange(payload)),
    sendBeat: async (client, beat) => {
      const { now, due } = await ask(client, since, beat);
      since = now;
      if (due !== '') onChange(parseChange(due));
    },
    ...(onError === undefined ? {} : { onError }),
  });
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
