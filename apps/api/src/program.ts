import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '@turing/db';
import { createLetterBook } from '@turing/emails';
import {
  createCarrierRates,
  createIdentity,
  createLogger,
  createPostgresSearch,
  createRateLimiter,
  createSearchLog,
  createStorage,
  createStripeGateway,
  createStripeTax,
  listProviders,
  type Logger,
  openSessionEars,
  type Services,
} from '@turing/routers';
import { closeServer } from './close-server.ts';
import type { ApiConfig } from './env.ts';
import { startResponseCache } from './response-cache/index.ts';
import { announceSetUp, setupSecretOf } from './first-owner.ts';
import { createApiServer } from './server.ts';

export interface Program {
  /** Settles when requests are answered. Fails with one sentence that says what is wrong. */
  readonly start: () => Promise<{ readonly url: string; readonly port: number }>;
  /** Turns traffic away, lets requests under way finish, then gives everything back. Safe to call twice. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
}

const finishMs = 25_000;

/** The API as a library: it reaches out to nothing before `start`, except to the store of the rate limits. */
export function createProgram(config: ApiConfig): Program {
  const { logger, services, identity, answers, close } = compose(config);
  let draining = false;
  let stopped: Promise<void> | null = null;
  const server = createApiServer({ config, services, identity, answers, isDraining: () => draining });

  async function start() {
    await services.db.pool
      .query('SELECT 1')
      .catch(refuseToStart(`The database ${describeDatabase(config.database.url)} does not answer`));
    server.listen(config.port);
    await once(server, 'listening').catch(refuseToStart(`Port ${config.port} cannot be opened`));
    const { port } = server.address() as AddressInfo;
    const { domains, release } = config;
    const { store, processes } = config.rateLimit;
    logger.info('listening', { port, domains, release, rateLimits: store.kind, processes });
    await announceSetUp(services, config);
    return { url: `http://127.0.0.1:${port}`, port };
  }

  async function stop() {
    draining = true;
    if (server.listening) await sleep(config.drainDelayMs);
    await closeServer(server, finishMs);
    await close();
    logger.info('stopped');
  }

  return { start, stop: () => (stopped ??= stop()), logger };
}

function compose(config: ApiConfig) {
  const { storefrontUrl, adminUrl } = config;
  const logger = createLogger({ service: 'api', ...config.log });
  const db = createDatabase({
    ...config.database,
    applicationName: 'turing-api',
    onError: (cause) => logger.warn('idle database connection lost', { cause: cause.message }),
  });
  const rateLimiter = createRateLimiter({ ...config.rateLimit, logger });
  const gateway = createStripeGateway(config.stripe);
  const now = () => new Date();
  const storage = createStorage(config.storage, { secret: config.authSecret, now });
  const searchEngine = createPostgresSearch(db);
  const searchLog = createSearchLog({ db, logger, now });
  const services = {
    ...composeOutside(config, logger),
    db,
    gateway,
    logger,
    rateLimiter,
    storage,
    searchEngine,
    searchLog,
    now,
    storefrontUrl,
    letters: createLetterBook({ storefrontUrl }),
    giftCardSecret: config.giftCardSecret,
    paymentMethods: config.paymentMethods,
    staffAccess: { consoleUrl: adminUrl, setupSecret: setupSecretOf(config) },
    signInProviders: listProviders(config.providers),
    erasureGraceDays: config.erasureGraceDays,
  };
  const { identity, ears } = composeIdentity(config, services);
  const cache =
    config.responseCacheBytes === 0
      ? null
      : startResponseCache({ databaseUrl: config.database.url, maxBytes: config.responseCacheBytes, logger });
  const close = async () => {
    await cache?.close();
    await ears.close();
    await rateLimiter.close();
    await searchLog.close();
    await db.close();
  };
  return { logger, services, identity, answers: cache?.answers ?? null, close };
}

/** Who outside the shop is asked for prices before an order is placed. */
function composeOutside({ tax, stripe, carrierRates }: ApiConfig, logger: Logger) {
  return {
    taxCalculator:
      tax.provider === 'stripe' ? createStripeTax({ ...stripe, whenAway: tax.fallback, logger }) : undefined,
    shippingRates: carrierRates === null ? undefined : createCarrierRates({ ...carrierRates, logger }),
  };
}

function composeIdentity(config: ApiConfig, { db, logger }: Pick<Services, 'db' | 'logger'>) {
  const { storefrontUrl, adminUrl, staffPolicy, providers, askBreachService } = config;
  const ears = openSessionEars({
    databaseUrl: config.database.url,
    onError: (cause) => logger.warn('ends of sessions are not heard', { cause: cause.message }),
  });
  const identity = createIdentity({
    db,
    ears,
    secret: config.authSecret,
    storefrontUrl,
    adminUrl,
    trustedOrigins: [new URL(config.apiUrl).origin],
    staffPolicy,
    providers,
    askBreachService,
    logger,
  });
  return { identity, ears };
}

function refuseToStart(sentence: string) {
  return (cause: unknown): never => {
    throw new Error(`${sentence}: ${reasonOf(cause)}`, { cause });
  };
}

// A refused connection to a host of several addresses has its reasons one level down.
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
}

function describeDatabase(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
