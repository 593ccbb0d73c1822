import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDatabase } from '@turing/db';
import { createFileStore, createLogger, createStripeGateway, type Logger } from '@turing/routers';
import type { WorkerConfig } from './env.ts';
import { createHealthServer } from './health.ts';
import { createMailer } from './mailer.ts';
import { createQueue } from './queue.ts';
import type { WorkerServices } from './services.ts';

export interface Program {
  /** Settles when jobs are taken. Fails with one sentence that says what is wrong. */
  readonly start: () => Promise<{ readonly url: string; readonly port: number }>;
  /** Takes no more jobs, lets those under way finish, then gives everything back. Safe to call twice. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
}

/** The worker as a library: it reaches out to nothing before `start`. Jobs have `finishMs` to end when it stops. */
export function createProgram(config: WorkerConfig, { finishMs = 25_000 } = {}): Program {
  const { logger, services, close } = compose(config);
  let phase: 'starting' | 'working' | 'draining' = 'starting';
  let stopped: Promise<void> | null = null;
  const queue = createQueue({
    databaseUrl: config.databaseUrl,
    concurrency: config.concurrency,
    services,
    recoveryGraceMs: config.recoveryGraceMs,
  });
  const pingDatabase = () => services.db.pool.query('SELECT 1');
  const server = createHealthServer({ release: config.release, findReason, pingDatabase });

  function findReason() {
    if (phase !== 'working') return phase;
    return queue.isRunning() ? null : 'jobs stopped';
  }

  async function start() {
    await pingDatabase().catch(
      refuseToStart(`The database ${describeDatabase(config.databaseUrl)} does not answer`),
    );
    server.listen(config.port);
    await once(server, 'listening').catch(refuseToStart(`Port ${config.port} cannot be opened`));
    await queue.start().catch(refuseToStart('The jobs cannot be started'));
    const { port } = server.address() as AddressInfo;
    phase = 'working';
    logger.info('working', { port, concurrency: config.concurrency, release: config.release });
    return { url: `http://127.0.0.1:${port}`, port };
  }

  async function stop() {
    phase = 'draining';
    await queue.stop(finishMs);
    server.close();
    server.closeAllConnections();
    await close();
    logger.info('stopped');
  }

  return { start, stop: () => (stopped ??= stop()), logger };
}

function compose(config: WorkerConfig) {
  const logger = createLogger({ service: 'worker', ...config.log });
  const db = createDatabase({
    url: config.databaseUrl,
    // Two for each job, one for the lock of the workers, one for the sweep and the health check.
    maxConnections: 2 * config.concurrency + 2,
    applicationName: 'turing-worker',
    onError: (cause) => logger.warn('idle database connection lost', { cause: cause.message }),
  });
  const mailer = createMailer(config.mail);
  const services: WorkerServices = {
    db,
    gateway: createStripeGateway(config.stripe),
    logger,
    mailer,
    now: () => new Date(),
    storage: createFileStore(config.storage),
    storefrontUrl: config.storefrontUrl,
    giftCardSecret: config.giftCardSecret,
  };
  const close = async () => {
    mailer.close();
    await db.close();
  };
  return { logger, services, close };
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
