import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getTRPCErrorShape, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { isShopError, ShopError } from '@turing/domain';
import {
  createDomainRouter,
  retryAfterSeconds,
  type Context,
  type Domain,
  type Identity,
  type Services,
} from '@turing/routers';
import { credentialsOf, requestInfoOf } from './request-info.ts';
import {
  type AnswerCache,
  type Call,
  type Exchange,
  PublicReads,
  storedQueriesOf,
  textAt,
} from './response-cache/index.ts';

export const trpcPath = '/trpc/';

const maxBatchSize = 20;
const maxBodySize = 100_000;
/** Edits of up to a thousand variants or levels in one call. */
const bulkEdit =
  /^\/trpc\/products\.staff\.(?:variants\.(?:bulkUpdate|setOptions)|stock\.adjustMany)(?:\?|$)/u;
const maxBulkBodySize = 1_000_000;

export interface TrpcOptions {
  readonly services: Services;
  readonly identity: Identity;
  readonly domains: readonly Domain[];
  /** Null: nothing is stored. */
  readonly answers: AnswerCache | null;
  /** Sent with the answers to public reads. */
  readonly headers: readonly string[];
}

export interface TrpcHandler {
  readonly handle: RequestListener;
  readonly refuseOrigin: RequestListener;
  /** Answers a public read from memory, headers included, and says true; or does nothing and says false. */
  readonly answerAtOnce: (exchange: Exchange, requestId: string) => boolean;
  /** Answers a public read, headers included, and says true; or does nothing and says false. */
  readonly answerRead: (exchange: Exchange, requestId: string) => boolean;
}

type DomainRouter = ReturnType<typeof createDomainRouter>;
type ContextOf = (request: IncomingMessage, response: ServerResponse) => Context;

/** Serves the procedures of the chosen domains over HTTP. */
export function createTrpcHandler(options: TrpcOptions): TrpcHandler {
  const { services, identity, domains, answers, headers } = options;
  const router = createDomainRouter(domains);
  const contextOf: ContextOf = (req, res) => createContext(services, identity, { req, res });
  const answerError = createErrorAnswerer(router, contextOf);
  const handlerUpTo = (bytes: number) =>
    createHTTPHandler({
      router,
      basePath: trpcPath,
      maxBatchSize,
      maxBodySize: bytes,
      createContext: ({ req, res }) => contextOf(req, res),
      responseMeta: ({ errors }) => ({ headers: { 'cache-control': 'no-store', ...retryAfter(errors) } }),
      onError: ({ error, path, req }) => reportDefect(error, path, req),
    });
  const answerByTrpc = handlerUpTo(maxBodySize);
  const answerBulkEdit = handlerUpTo(maxBulkBodySize);
  const publicReads = new PublicReads({
    basePath: trpcPath,
    queries: storedQueriesOf(router),
    cache: answers,
    headers,
    run: ({ request: req, response: res }, { query, input }) =>
      query.run(createContext(services, identity, { req, res, takesJson: true }), input),
    onStored: (call) => recordStoredSearch(services, call),
    answerError,
  });

  function reportDefect(error: TRPCError, path: string | undefined, request: IncomingMessage): void {
    // Failures inside a procedure are logged there; this is for what never reached one.
    if (error.code !== 'INTERNAL_SERVER_ERROR' || path !== undefined) return;
    const { requestId } = requestInfoOf(request);
    services.logger.error('request failed', { requestId, cause: error.cause ?? error });
  }

  return {
    handle: (request, response) => {
      if (bulkEdit.test(request.url ?? '')) answerBulkEdit(request, response);
      else answerByTrpc(request, response);
    },
    refuseOrigin: (request, response) => {
      const cause = new ShopError('ORIGIN_FORBIDDEN');
      answerError({ request, response }, new TRPCError({ code: 'FORBIDDEN', message: cause.code, cause }));
    },
    answerAtOnce: (exchange, requestId) => publicReads.answerAtOnce(exchange, requestId),
    answerRead: (exchange, requestId) => publicReads.answer(exchange, requestId),
  };
}

/** A search counts although nobody searched: what people ask for is of interest, not what that costs us. */
function recordStoredSearch({ searchLog }: Services, { query, input }: Call): void {
  const asked =
    query.path === 'products.search' && textAt(input, 'cursor') === null && textAt(input, 'query');
  if (asked) searchLog.record(asked, null);
}

/** Errors of what tRPC's own adapter has not seen, in the shape it gives them. */
function createErrorAnswerer(router: DomainRouter, contextOf: ContextOf) {
  return ({ request, response }: Exchange, cause: unknown, path?: string): void => {
    const error =
      cause instanceof TRPCError ? cause : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause });
    const shape = getTRPCErrorShape({
      config: router._def._config,
      error,
      type: path === undefined ? 'unknown' : 'query',
      path,
      input: undefined,
      ctx: contextOf(request, response),
    });
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...retryAfter([error]),
    };
    response.writeHead(getHTTPStatusCodeFromError(error), headers).end(JSON.stringify({ error: shape }));
  };
}

function createContext(
  services: Services,
  identity: Identity,
  { req, res, takesJson = false }: { req: IncomingMessage; res: ServerResponse; takesJson?: boolean },
): Context {
  const { requestId, address } = requestInfoOf(req);
  const renew = (cookies: readonly string[]) => {
    if (!res.headersSent && cookies.length > 0) res.appendHeader('set-cookie', cookies);
  };
  return {
    ...services,
    requestId,
    address,
    takesJson,
    findCustomer: once(() => identity.findCustomer(credentialsOf(req), renew)),
    findStaff: once(() => identity.findStaff(credentialsOf(req), renew)),
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
  if (waits.length === 0) return {};
  return { 'retry-after': retryAfterSeconds({ retryAfterMs: Math.max(...waits) }) };
}
