import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import type { Reader, Transaction } from './connection.ts';
import { isRetryable } from './failures.ts';
import { createNamedPool } from './named-pool.ts';
import { Pipelines } from './pipelines.ts';
import { createPool, sessionConfig } from './pool.ts';
import type { Statement } from './statement.ts';
import type { Tables } from './tables.ts';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process for transactions, default 10; named statements share half as many more. */
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** Milliseconds after which PostgreSQL ends a statement, default 15,000. */
  readonly statementTimeoutMs?: number;
  readonly onError?: (error: Error) => void;
  /** Told of each new connection. */
  readonly onConnect?: (connection: pg.ClientBase) => void;
}

export interface Database {
  readonly pool: pg.Pool;
  readonly reader: Reader;
  /** For staff CRUD and Better Auth; never inside `transaction`. */
  readonly prisma: PrismaClient;
  /** Runs a named, precompiled read by itself, on a connection it shares with others. Writes would hold these up. */
  readonly run: <Params extends object, Row>(
    statement: Statement<Params, Row>,
    params: Params,
  ) => Promise<Row[]>;
  /**
   * Runs `work` in one transaction, again from the start after a serialization failure or deadlock (up to five times).
   * `work` must not touch anything outside the transaction: it may run more than once.
   */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

const maxAttempts = 5;

async function withRetry<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= maxAttempts || !isRetryable(error)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Opens one pool and the three ways to use it: Kysely transactions, named reads, Prisma. Connects at the first query. */
export function createDatabase(options: DatabaseOptions): Database {
  const onConnect = options.onConnect ?? (() => undefined);
  const onError = options.onError ?? (() => undefined);
  const poolOptions = {
    url: options.url,
    maxConnections: options.maxConnections ?? 10,
    applicationName: options.applicationName ?? 'turing',
    statementTimeoutMs: options.statementTimeoutMs ?? 15_000,
    onError,
  };
  const pool = createPool(poolOptions).on('connect', onConnect);
  const shared = new Pipelines({
    config: {
      ...sessionConfig(poolOptions),
      query_timeout: poolOptions.statementTimeoutMs + 1000,
      // Each is written so that one plan fits all its parameters; planning anew would cost more than the reading.
      options: '-c plan_cache_mode=force_generic_plan -c jit=off',
    },
    maxConnections: Math.ceil(poolOptions.maxConnections / 2),
    onConnect,
    onError,
  });
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createNamedPool(pool) }) });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    reader: kysely,
    prisma,
    run: async <Params extends object, Row>({ name, text, bind }: Statement<Params, Row>, params: Params) => {
      const result = await shared.query({ name, text, values: bind(params) });
      return result.rows as Row[];
    },
    transaction: (work) => withRetry(() => kysely.transaction().execute(work)),
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([shared.close(), pool.end()]);
    },
  };
}
