import pg from 'pg';
import { isConnectionFailure } from './failures.ts';

export interface PipelineOptions {
  readonly config: pg.ClientConfig;
  readonly maxConnections: number;
  readonly onConnect: (connection: pg.Client) => void;
  readonly onError: (error: Error) => void;
}

interface Pipeline {
  readonly connected: Promise<pg.Client>;
  /** Statements sent and not yet answered. */
  waiting: number;
  /** When the last answer came, or the first statement was sent that waits for one. */
  movedAt: number;
}

/** Beyond it callers would wait for seconds, as a pool's do. */
const mostWaiting = 200;

/**
 * Connections that many callers share. Statements are sent without waiting for the answers to those before, each on the
 * connection that seems to answer it first; PostgreSQL works through what has arrived instead of sleeping in between.
 * Each is a transaction of its own.
 */
export class Pipelines {
  readonly #options: PipelineOptions;
  readonly #open = new Set<Pipeline>();

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const pipeline = this.#choose();
    if (pipeline.waiting === 0) pipeline.movedAt = performance.now();
    pipeline.waiting += 1;
    try {
      const client = await pipeline.connected;
      return await client.query(statement);
    } catch (error) {
      if (isConnectionFailure(error)) this.#open.delete(pipeline);
      throw error;
    } finally {
      pipeline.waiting -= 1;
      pipeline.movedAt = performance.now();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#open].map(async ({ connected }) => (await connected).end()));
  }

  #choose(): Pipeline {
    const now = performance.now();
    let best: Pipeline | undefined;
    let lowest = Infinity;
    for (const pipeline of this.#open) {
      const load = loadOf(pipeline, now);
      if (load >= lowest) continue;
      best = pipeline;
      lowest = load;
    }
    const mayGrow = this.#open.size < this.#options.maxConnections;
    if (best === undefined || (best.waiting > 0 && mayGrow)) return this.#connect();
    if (best.waiting < mostWaiting) return best;
    throw new Error('timeout exceeded when trying to connect: too many statements wait for an answer');
  }

  #connect(): Pipeline {
    const { config, onConnect, onError } = this.#options;
    const client = new pg.Client({ ...config, pipeline: true });
    const connected = client.connect().then(() => client);
    const pipeline = { connected, waiting: 0, movedAt: performance.now() };
    const forget = () => this.#open.delete(pipeline);
    client.on('error', onError).on('error', forget).on('end', forget);
    connected.catch(forget);
    onConnect(client);
    this.#open.add(pipeline);
    return pipeline;
  }
}

/** Each millisecond without an answer counts as one more statement: what is behind a slow one goes another way. */
function loadOf({ waiting, movedAt }: Pipeline, now: number): number {
  return waiting === 0 ? 0 : waiting + now - movedAt;
}
