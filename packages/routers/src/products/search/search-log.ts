import type { Database } from '@turing/db';
import type { Logger } from '../../platform/logger.ts';
import { type LoggedClick, type LoggedQuery, writeSearchLog } from './search-log-store.ts';

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

const mostKept = 5000;

/** Words as they are counted: `  Oak DESK ` is `oak desk`. */
export function normaliseQuery(query: string): string {
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
  let queries = new Map<string, LoggedQuery>();
  let clicks = new Map<string, LoggedClick>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  function wake(): void {
    if (isClosed) return;
    timer ??= setTimeout(() => void flush(), everyMs).unref();
  }

  function addQuery(entry: LoggedQuery): void {
    const key = `${entry.day} ${entry.query}`;
    const known = queries.get(key);
    if (known === undefined && queries.size >= mostKept) return;
    queries.set(key, {
      ...entry,
      searches: entry.searches + (known?.searches ?? 0),
      clicks: entry.clicks + (known?.clicks ?? 0),
      resultCount: entry.resultCount ?? known?.resultCount ?? null,
    });
    wake();
  }

  function addClick(entry: LoggedClick): void {
    const key = `${entry.day} ${entry.productId} ${entry.query}`;
    const known = clicks.get(key);
    if (known === undefined && clicks.size >= mostKept) return;
    clicks.set(key, {
      ...entry,
      clicks: entry.clicks + (known?.clicks ?? 0),
      positions: entry.positions + (known?.positions ?? 0),
    });
    wake();
  }

  function record(query: string, total: number | null): void {
    const counted = normaliseQuery(query);
    if (counted === '') return;
    addQuery({ day: today(), query: counted, searches: 1, clicks: 0, resultCount: total });
  }

  function recordClick(query: string, productId: string, position: number): void {
    const counted = normaliseQuery(query);
    if (counted === '') return;
    const day = today();
    addQuery({ day, query: counted, searches: 0, clicks: 1, resultCount: null });
    addClick({ day, query: counted, productId, clicks: 1, positions: position });
  }

  function today(): string {
    return now().toISOString().slice(0, 10);
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    if (queries.size === 0 && clicks.size === 0) return;
    const batch = { queries: [...queries.values()], clicks: [...clicks.values()], at: now() };
    queries = new Map();
    clicks = new Map();
    try {
      await writeSearchLog(db, batch);
    } catch (cause) {
      logger.warn('searches not counted yet', { queries: batch.queries.length, cause });
      batch.queries.forEach(addQuery);
      batch.clicks.forEach(addClick);
    }
  }

  return {
    record,
    recordClick,
    flush,
    close: () => {
      isClosed = true;
      return flush();
    },
  };
}
