import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Identity, Services } from '@turing/routers';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { createAuditRoutes } from './audit-routes.ts';
import { createAuthRoutes } from './auth-routes.ts';
import { limitBodyTime } from './body-time.ts';
import { createDocumentRoutes } from './document-routes.ts';
import type { ApiConfig } from './env.ts';
import { createMediaHandler } from './media/index.ts';
import { openMonitoring } from './monitoring.ts';
import { createOperationsRoutes } from './operations-routes.ts';
import { isForeignWrite, originsOf } from './origin.ts';
import { answerFailure, notFound, originForbidden, sendProblem } from './problems.ts';
import { identifyRequest } from './request-info.ts';
import { logWhenDone } from './request-log.ts';
import type { AnswerCache } from './response-cache/index.ts';
import { createPrivacyRoutes } from './privacy-routes.ts';
import { createOrderRoutes } from './order-routes.ts';
import { createTransferRoutes } from './transfer-routes.ts';
import { createTrpcHandler, trpcPath } from './trpc-handler.ts';
import { createUnsubscribeRoutes } from './unsubscribe-routes.ts';
import { createUploadRoutes, uploadsPath } from './uploads.ts';
import { createWebhookRoutes } from './webhook-routes.ts';

const bodyTimeMs = 30_000;
// 20 megabytes over a slow line.
const uploadTimeMs = 10 * 60_000;

export interface ServerOptions {
  readonly config: ApiConfig;
  readonly services: Services;
  readonly identity: Identity;
  /** Null: nothing is stored. */
  readonly answers: AnswerCache | null;
  readonly isDraining: () => boolean;
}

/** The HTTP surface. Procedures are answered by tRPC straight from `node:http`; Express has the rest. */
export function createApiServer(options: ServerOptions): Server {
  const { config, services, identity, answers, isDraining } = options;
  const secureHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: config.apiUrl.startsWith('https://'),
  });
  const headers = headersSetBy(secureHeaders);
  const trpc = createTrpcHandler({ services, identity, domains: config.domains, answers, headers });
  const app = createExpressApp(options);
  const monitoring = openMonitoring(config.monitored);
  const trusted = originsOf([config.storefrontUrl, config.adminUrl, config.apiUrl]);

  const listener: RequestListener = (request, response) => {
    const info = identifyRequest(request, config.trustedProxies);
    // Answers from memory are many and all alike: they are counted, not logged one by one.
    if (!isDraining() && trpc.answerAtOnce({ request, response }, info.requestId)) return;
    if (isDraining()) response.setHeader('connection', 'close');
    logWhenDone(services.logger, info, { request, response });
    monitoring.nameRequest(request.method ?? '', info.path);
    if (trpc.answerRead({ request, response }, info.requestId)) return;
    response.setHeader('x-request-id', info.requestId);
    if (!info.path.startsWith(uploadsPath)) limitBodyTime(request, bodyTimeMs);
    const isProcedure = info.path.startsWith(trpcPath);
    const isForeign = isForeignWrite(request, trusted);
    secureHeaders(request, response, () => {
      if (isProcedure) (isForeign ? trpc.refuseOrigin : trpc.handle)(request, response);
      else if (isForeign) sendProblem(request, response, originForbidden);
      else app(request, response);
    });
  };
  // Longer than the idle timeout of a load balancer, which would otherwise reuse a connection we are closing.
  return createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: uploadTimeMs },
    listener,
  );
}

/** The headers that a middleware gives to every answer, as flat names and values. */
function headersSetBy(middleware: ReturnType<typeof helmet>): string[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  middleware(request, response, () => undefined);
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
}

function createExpressApp({ config, services, identity, isDraining }: ServerOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    createOperationsRoutes({
      release: config.release,
      isDraining,
      pingDatabase: () => services.db.pool.query('SELECT 1'),
    }),
  );
  app.use(createMediaHandler({ storage: services.storage, cache: config.mediaCache, onError: reportImage }));
  if (config.storage.kind === 'folder') {
    const signing = { secret: config.authSecret, now: services.now };
    app.use(createUploadRoutes({ storage: services.storage, signing }));
  }
  app.use('/webhooks', createWebhookRoutes(services));
  app.use('/transfers', createTransferRoutes({ services, identity }));
  app.use('/orders', createOrderRoutes({ services, identity }));
  app.use('/unsubscribe', createUnsubscribeRoutes(services));
  app.use('/documents', createDocumentRoutes({ services, identity }));
  app.use('/audit', createAuditRoutes({ services, identity }));
  app.use('/privacy', createPrivacyRoutes({ services, identity }));
  app.use('/auth', compression(), createAuthRoutes(identity, services.rateLimiter));
  app.use((request, response) => sendProblem(request, response, notFound));
  app.use(answerFailure(services.logger));
  return app;

  function reportImage(cause: unknown): void {
    services.logger.error('image not rendered', { cause });
  }
}
