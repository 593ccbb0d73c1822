import { type NextRequest, NextResponse } from 'next/server';
import { readEnv } from './env.ts';
import { contentSecurityPolicy } from './lib/content-security-policy.ts';
import { entrances } from './lib/entrances.ts';
import { signInPath } from './lib/safe-next.ts';

const sessionCookies = ['staff.session_token', '__Secure-staff.session_token'];

/** Sends people without a session cookie to sign in. Whether the cookie is still worth something, the API decides. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const signedIn = sessionCookies.some((name) => request.cookies.has(name));
  if (!signedIn && !entrances.has(pathname)) {
    return NextResponse.redirect(new URL(signInPath(`${pathname}${search}`), request.url));
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, readEnv());
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!api/|media/|healthz$|_next/|icon).*)'] };
