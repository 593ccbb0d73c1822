import type { IncomingMessage, ServerResponse } from 'node:http';
import { httpStatusOf, isShopError } from '@turing/domain';
import { retryAfterSeconds, translateFailure, type Logger } from '@turing/routers';
import type { NextFunction, Request, Response } from 'express';
import { requestInfoOf } from './request-info.ts';

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const notFound: Problem = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' };
export const originForbidden: Problem = {
  status: 403,
  code: 'ORIGIN_FORBIDDEN',
  message: 'Requests from this origin are not accepted.',
};
const rateLimited: Problem = { status: 429, code: 'RATE_LIMITED', message: 'Too many requests.' };
export const notJson: Problem = { status: 415, code: 'NOT_JSON', message: 'The body has to be JSON.' };

const internal: Problem = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' };
const tooLarge: Problem = { status: 413, code: 'BODY_TOO_LARGE', message: 'The body is too large.' };
const malformed: Problem = { status: 400, code: 'INPUT_INVALID', message: 'The request could not be read.' };

/** Answers `{ error: { code, message, requestId } }`; `code` and `message` once more on top for the sign-in client. */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const { code, message } = problem;
  const { requestId } = requestInfoOf(request);
  response.statusCode = problem.status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify({ code, message, error: { code, message, requestId } }));
}

/** Answers 429 and says how long to wait. */
export function sendRateLimited(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: { readonly retryAfterMs: number },
): void {
  response.setHeader('retry-after', retryAfterSeconds(refusal));
  sendProblem(request, response, rateLimited);
}

/** The last stop of a request that failed: what is ours is told by its code, everything else is hidden and logged. */
export function answerFailure(logger: Logger) {
  // oxlint-disable-next-line max-params -- four of them are how Express knows an error handler
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      const { requestId, path } = requestInfoOf(request);
      logger.error('request failed', { requestId, path, cause: error });
    }
    if (response.headersSent) next(error);
    else sendProblem(request, response, problem);
  };
}

function toProblem(error: unknown): Problem {
  const failure = translateFailure(error);
  if (isShopError(failure)) {
    return { status: httpStatusOf(failure.kind), code: failure.code, message: failure.code };
  }
  const status = statusOf(error);
  if (status === 413) return tooLarge;
  return status >= 400 && status < 500 ? malformed : internal;
}

// Errors of the body parsers carry the status they stand for.
function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
