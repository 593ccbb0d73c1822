import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HealthOptions {
  readonly release: string;
  /** Why the process should not be counted on just now; null when it works. */
  readonly findReason: () => string | null;
  /** Settles when the database has answered. */
  readonly pingDatabase: () => Promise<unknown>;
}

const pingTimeoutMs = 2000;

/** What supervisors and people on call ask: is the process alive, does it work, which release is it. */
export function createHealthServer({ release, findReason, pingDatabase }: HealthOptions): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://worker');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, { status: 'refused' });
    if (pathname === '/livez') return answer(response, 200, { status: 'alive' });
    if (pathname === '/version') return answer(response, 200, { service: 'worker', release });
    if (pathname !== '/readyz') return answer(response, 404, { status: 'unknown' });
    const reason = findReason();
    if (reason !== null) return answer(response, 503, { status: 'unready', reason });
    void findOutage(pingDatabase).then((outage) =>
      outage === null
        ? answer(response, 200, { status: 'ready' })
        : answer(response, 503, { status: 'unready', reason: outage }),
    );
  });
}

function answer(response: ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
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
