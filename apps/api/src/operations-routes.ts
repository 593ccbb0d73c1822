import { setTimeout as sleep } from 'node:timers/promises';
import { Router } from 'express';

export interface OperationsOptions {
  readonly release: string;
  readonly isDraining: () => boolean;
  /** Settles when the database has answered. */
  readonly pingDatabase: () => Promise<unknown>;
}

const pingTimeoutMs = 2000;

/** What load balancers and people on call ask: is the process alive, may it have traffic, which release is it. */
export function createOperationsRoutes({ release, isDraining, pingDatabase }: OperationsOptions): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const reason = isDraining() ? 'draining' : await findOutage(pingDatabase);
    response.status(reason === null ? 200 : 503).set('cache-control', 'no-store');
    response.json(reason === null ? { status: 'ready' } : { status: 'unready', reason });
  });
  router.get('/version', (_request, response) => {
    response.json({ service: 'api', release });
  });
  return router;
}

async function findOutage(pingDatabase: () => Promise<unknown>): Promise<string | null> {
  const timer = new AbortController();
  const timeout = sleep(pingTimeoutMs, 'database too slow', { signal: timer.signal }).catch(() => null);
  const ping = pingDatabase().then(
    () => null,
    () => 'database unreachable',
  );
  const reason = await Promise.race([ping, timeout]);
  timer.abort();
  return reason;
}
