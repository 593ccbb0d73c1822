import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, createApiClient, failureOf } from '@turing/client';
import { type ErrorCode, errorCodes } from '@turing/domain';

/** A client of its own, so that its calls share no request with another's. */
export function connect(url: string, cookie = ''): ApiClient {
  const session: Record<string, string> = cookie === '' ? {} : { cookie, origin: 'http://localhost:3001' };
  return createApiClient({ url: `${url}/trpc`, headers: () => session });
}

/** The shop's no. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/**
 * Calls until there is an answer: none comes from a process that died or whose database or gateway is away.
 * @throws Refusal, and whatever says that the server is defective
 */
export async function insist<Result>(
  call: () => Promise<Result>,
  isOver: () => boolean = () => false,
): Promise<Result> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { code, details } = failureOf(error);
      if (code === 'UNKNOWN' || isOver()) throw error;
      if (code !== 'UNREACHABLE' && errorCodes[code] !== 'unavailable') throw new Refusal(code, details);
    }
    await sleep(20 + Math.random() * 50);
  }
}
