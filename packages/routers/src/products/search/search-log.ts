import type { Database } from '@turing/db';
import type { Logger } from '../../platform/logger.ts';
import { writeSearchLog } from './search-log-store.ts';
import { SearchTally } from './search-tally.ts';

/** Counts what is searched for and opened, by day and words, never by whom. Recording never waits and never fails. */
export interface SearchLog {
  /** Once per request for the first page of a search; `total` null where it is not known, as in a stored answer. */
  readonly record: (query: string, total: number | null) => void;
  /** A product opened from a result, at its place in the list, from 1. */
  readonly recordClick: (query: string, productId: string, position: number) => void;
  /** Writes what is kept. */
  readonly flush: () => Promise<void>;
  /** Writes what is kept and keeps no more. */
  readonly close: () => Promise<void>;
}

export interface SearchLogOptions {
  readonly db: Database;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Milliseconds between writes, default 1,000. */
  readonly everyMs?: number;
}

/** Words as they are counted: `  Oak DESK ` is `oak desk`. */
function normaliseQuery(query: string): string {
  return query
    .normalize('NFC')
    .replaceAll('\0', ' ')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 100);
}

/**
 * A log that keeps counts in memory and writes them about once a second, in one statement. When the database does not
 * answer, counts are kept for the next time, and beyond a few thousand different ones, new ones are let go.
 */
export function createSearchLog({ db, logger, now, everyMs = 1000 }: SearchLogOptions): SearchLog {
  const tally = new SearchTally();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  function keep(query: string, add: (counted: string, day: string) => void): void {
    const counted = normaliseQuery(query);
    if (counted === '') return;
    add(counted, now().toISOString().slice(0, 10));
    if (!isClosed) timer ??= setTimeout(() => void flush(), everyMs).unref();
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const batch = tally.take();
    if (batch.queries.length === 0 && batch.clicks.length === 0) return;
    try {
      await writeSearchLog(db, { ...batch, at: now() });
    } catch (cause) {
      logger.warn('searches not counted yet', { queries: batch.queries.length, cause });
      for (const query of batch.queries) tally.addQuery(query);
      for (const click of batch.clicks) tally.addClick(click);
    }
  }

  return {
    record: (query, total) =>
      keep(query, (counted, day) =>
        tally.addQuery({ day, query: counted, searches: 1, clicks: 0, resultCount: total }),
      ),
    recordClick: (query, productId, position) =>
      keep(query, (counted, day) => {
        tally.addQuery({ day, query: counted, searches: 0, clicks: 1, resultCount: null });
        tally.addClick({ day, query: counted, productId, clicks: 1, positions: position });
      }),
    flush,
    close: () => {
      isClosed = true;
      return flush();
    },
  };
}
