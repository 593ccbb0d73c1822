import 'server-only';
import { cookies, headers } from 'next/headers';
import type { z } from 'zod';
import { forwardedHeaders } from './api.ts';
import { env } from './env.ts';
import { parseSetCookie } from './set-cookie.ts';

export interface AuthAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly code: string | null;
  readonly retryAfter: number | null;
  readonly data: unknown;
}

const patienceMs = 10_000;
const unreachable: AuthAnswer = { ok: false, status: 503, code: 'UNREACHABLE', retryAfter: null, data: null };

/** Asks the sign-in service for a change and hands the cookies it sets to the browser. Only in actions. */
export async function callAuth(path: string, body: object = {}): Promise<AuthAnswer> {
  const { answer, read } = await send(path, { method: 'POST', body: JSON.stringify(body) });
  if (answer === null) return unreachable;
  const jar = await cookies();
  for (const header of answer.headers.getSetCookie()) {
    const cookie = parseSetCookie(header);
    if (cookie !== null) jar.set(cookie);
  }
  return read();
}

/** Follows a link of a letter in the name of its reader. */
export async function openAuthLink(path: string): Promise<AuthAnswer> {
  const { answer, read } = await send(path, { method: 'GET' });
  return answer === null ? unreachable : read();
}

/** What the sign-in service knows of the signed-in customer; null when it does not answer or nobody is signed in. */
export async function askAuth<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const answer = await openAuthLink(path);
  return answer.ok ? schema.parse(answer.data) : null;
}

async function send(path: string, init: { method: 'GET' } | { method: 'POST'; body: string }) {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  const sent = {
    ...(await forwardedHeaders()),
    ...(init.method === 'POST' ? { 'content-type': 'application/json' } : {}),
    'user-agent': given.get('user-agent') ?? '',
    origin: env().STOREFRONT_URL,
    cookie: jar.toString(),
  };
  const url = `${env().API_URL}/auth/customer${path}`;
  const signal = AbortSignal.timeout(patienceMs);
  const options = { ...init, headers: sent, cache: 'no-store', redirect: 'manual', signal } as const;
  const answer = await fetch(url, options).catch(() => null);
  return { answer, read: async () => (answer === null ? unreachable : readAnswer(answer)) };
}

async function readAnswer(answer: Response): Promise<AuthAnswer> {
  const data: unknown = await answer.json().catch(() => null);
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: answer.ok,
    status: answer.status,
    code: answer.ok ? null : readCode(data),
    retryAfter: Number.isFinite(wait) ? wait : null,
    data,
  };
}

function readCode(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('code' in data)) return null;
  return typeof data.code === 'string' ? data.code : null;
}
