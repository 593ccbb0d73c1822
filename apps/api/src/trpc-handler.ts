import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getTRPCErrorShape, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { isShopError, ShopError } from '@turing/domain';
import { createDomainRouter, type Context, type Domain, type Identity, type Services } from '@turing/routers';
import { requestInfoOf } from './request-info.ts';

export const trpcPath = '/trpc/';

const maxBatchSize = 20;
const maxBodySize = 100_000;

export interface TrpcOptions {
  readonly services: Services;
  readonly identity: Identity;
  readonly domains: readonly Domain[];
}

export interface TrpcHandler {
  readonly handle: RequestListener;
  readonly refuseOrigin: RequestListener;
}

/** Serves the procedures of the chosen domains over HTTP. */
export function createTrpcHandler({ services, identity, domains }: TrpcOptions): TrpcHandler {
  const router = createDomainRouter(domains);
  const handle = createHTTPHandler({
    router,
    basePath: trpcPath,
    maxBatchSize,
    maxBodySize,
    createContext: ({ req, res }) => createContext(services, identity, { req, res }),
    responseMeta: ({ errors }) => ({ headers: { 'cache-control': 'no-store', ...retryAfter(errors) } }),
    onError: ({ error, path, req }) => reportDefect(error, path, req),
  });

  function reportDefect(error: TRPCError, path: string | undefined, request: IncomingMessage): void {
    // Failures inside a procedure are logged there; this is for what never reached one.
    if (error.code !== 'INTERNAL_SERVER_ERROR' || path !== undefined) return;
    const { requestId } = requestInfoOf(request);
    services.logger.error('request failed', { requestId, cause: error.cause ?? error });
  }

  function refuseOrigin(request: IncomingMessage, response: ServerResponse): void {
    const cause = new ShopError('ORIGIN_FORBIDDEN');
    const shape = getTRPCErrorShape({
      config: router._def._config,
      error: new TRPCError({ code: 'FORBIDDEN', message: cause.code, cause }),
      type: 'unknown',
      path: undefined,
      input: undefined,
      ctx: createContext(services, identity, { req: request, res: response }),
    });
    response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ error: shape }));
  }

  return { handle, refuseOrigin };
}

function createContext(
  services: Services,
  identity: Identity,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
): Context {
  const { requestId, address } = requestInfoOf(req);
  const headers = new Headers(req.headers.cookie === undefined ? {} : { cookie: req.headers.cookie });
  const renew = (cookies: readonly string[]) => {
    if (!res.headersSent && cookies.length > 0) res.appendHeader('set-cookie', cookies);
  };
  return {
    ...services,
    requestId,
    address,
    findCustomer: once(() => identity.findCustomer(headers, renew)),
    findStaff: once(() => identity.findStaff(headers, renew)),
  };
}

// The calls of a batch share the answer.
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | null = null;
  return () => {
    result ??= work();
    return result;
  };
}

function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.flatMap(({ cause }) =>
    isShopError(cause) && cause.code === 'RATE_LIMITED' ? [Number(cause.details?.retryAfterMs)] : [],
  );
  return waits.length === 0 ? {} : { 'retry-after': String(Math.ceil(Math.max(...waits) / 1000)) };
}
