import { clientAddressHeader, type Identity, type RateLimitClass, type RateLimiter } from '@turing/routers';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { notJson, sendProblem, sendRateLimited } from './problems.ts';
import { requestInfoOf } from './request-info.ts';

const guessablePaths = /\/(?:sign-in|sign-up|change-password|two-factor|verify-authentication)(?:\/|$)/u;
// Each of these can send a letter to somebody, or takes a secret out of one.
const resetPaths =
  /\/(?:request-password-reset|forget-password|reset-password|send-verification-email|change-email)(?:\/|$)/u;

/** Sign-up, sign-in and sessions of both populations, behind the limits that make guessing passwords slow. */
export function createAuthRoutes(identity: Identity, rateLimiter: RateLimiter): Router {
  async function limitRate(request: Request, response: Response, next: NextFunction): Promise<void> {
    const { address } = requestInfoOf(request);
    const decision = await rateLimiter.check(limitClassOf(request), address);
    if (decision.allowed) {
      next();
      return;
    }
    sendRateLimited(request, response, decision);
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.use(limitRate, requireJson, express.json({ limit: '16kb' }), replaceHeaders);
  router.all('/customer/*path', (request, response) => identity.handlers.customer(request, response));
  router.all('/staff/*path', (request, response) => identity.handlers.staff(request, response));
  return router;
}

function limitClassOf(request: Request): RateLimitClass {
  if (resetPaths.test(request.path)) return 'reset';
  if (request.method === 'GET') return 'read';
  return guessablePaths.test(request.path) ? 'sign_in' : 'write';
}

// Forms of other sites can send anything but JSON.
function requireJson(request: Request, response: Response, next: NextFunction): void {
  if (request.is('json') === false) sendProblem(request, response, notJson);
  else next();
}

// The handler would read the caller's address and its own URL from headers that anyone may write.
function replaceHeaders(request: Request, _response: Response, next: NextFunction): void {
  request.headers[clientAddressHeader] = requestInfoOf(request).address.replace('/64', '');
  request.headers['x-forwarded-proto'] = 'http';
  request.headers.host = 'localhost';
  next();
}
