import type { LoggedClick, LoggedQuery, SearchLogBatch } from './search-log-store.ts';

const mostKept = 5000;

/** Counts of different queries and clicks, at most a few thousand of each: beyond that, new ones are let go. */
export class SearchTally {
  #queries = new Map<string, LoggedQuery>();
  #clicks = new Map<string, LoggedClick>();

  addQuery(entry: LoggedQuery): void {
    const key = `${entry.day} ${entry.query}`;
    const known = this.#queries.get(key);
    if (known === undefined && this.#queries.size >= mostKept) return;
    this.#queries.set(key, {
      ...entry,
      searches: entry.searches + (known?.searches ?? 0),
      clicks: entry.clicks + (known?.clicks ?? 0),
      resultCount: entry.resultCount ?? known?.resultCount ?? null,
    });
  }

  addClick(entry: LoggedClick): void {
    const key = `${entry.day} ${entry.productId} ${entry.query}`;
    const known = this.#clicks.get(key);
    if (known === undefined && this.#clicks.size >= mostKept) return;
    this.#clicks.set(key, {
      ...entry,
      clicks: entry.clicks + (known?.clicks ?? 0),
      positions: entry.positions + (known?.positions ?? 0),
    });
  }

  /** What was counted; it starts again from nothing. */
  take(): Pick<SearchLogBatch, 'queries' | 'clicks'> {
    const taken = { queries: [...this.#queries.values()], clicks: [...this.#clicks.values()] };
    this.#queries = new Map();
    this.#clicks = new Map();
    return taken;
  }
}
