import 'server-only';
import { cookies } from 'next/headers';
import { forwardedHeaders } from '@/lib/api.ts';
import { env } from '@/lib/env.ts';
import { parseSetCookie } from '@/lib/set-cookie.ts';

export interface AuthAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly code: string | null;
}

type AuthPath = '/sign-in/email' | '/sign-up/email' | '/sign-out';

/** Asks the sign-in service and hands the cookies it sets to the browser. */
export async function callAuth(path: AuthPath, body: Record<string, string>): Promise<AuthAnswer> {
  const jar = await cookies();
  const headers = {
    ...(await forwardedHeaders()),
    'content-type': 'application/json',
    origin: env().STOREFRONT_URL,
    cookie: jar.toString(),
  };
  const url = `${env().API_URL}/auth/customer${path}`;
  const init = { method: 'POST', headers, body: JSON.stringify(body), cache: 'no-store' as const };
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => null);
  if (answer === null) return { ok: false, status: 503, code: 'UNREACHABLE' };
  for (const header of answer.headers.getSetCookie()) {
    const cookie = parseSetCookie(header);
    if (cookie !== null) jar.set(cookie);
  }
  return { ok: answer.ok, status: answer.status, code: answer.ok ? null : await readCode(answer) };
}

async function readCode(answer: Response): Promise<string | null> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'string' ? body.code : null;
}
