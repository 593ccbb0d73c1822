import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@turing/routers';
import type { RequestInfo } from './request-info.ts';
import { trpcPath } from './trpc-handler.ts';

const probes = new Set(['/livez', '/readyz']);
const maxProcedures = 20;
const procedureName = /^[A-Za-z.]{1,60}$/u;

/** Names of the procedures a request calls; null when it calls none. */
export function proceduresOf(path: string): string[] | null {
  if (!path.startsWith(trpcPath)) return null;
  const names = path.slice(trpcPath.length).split(',').slice(0, maxProcedures);
  return names.map((name) => (procedureName.test(name) ? name : 'unknown'));
}

/** Writes one line when the answer has left, or its reader has. Probes are silent while they pass. */
export function logWhenDone(
  logger: Logger,
  info: RequestInfo,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): void {
  const startedAt = performance.now();
  response.once('close', () => {
    const status = response.statusCode;
    if (probes.has(info.path) && status < 400) return;
    const procedures = proceduresOf(info.path);
    logger[status >= 500 ? 'error' : 'info']('request', {
      requestId: info.requestId,
      method: request.method,
      ...(procedures === null ? { path: info.path } : { procedures }),
      status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    });
  });
}
