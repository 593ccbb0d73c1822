import { createHmac } from 'node:crypto';
import type { Database } from '@turing/db';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { clientAddressHeader } from './auth-options.ts';
import type { Hook } from './hook.ts';
import { createKnownBrowsers } from './known-browsers.ts';
import {
  clearAttempts,
  giveAttemptBack,
  takeAttempt,
  type Attempt,
  type ThrottlePolicy,
} from './throttle-store.ts';

export interface SignInThrottle {
  readonly plugin: BetterAuthPlugin;
  /** Whoever can read the account's mail is let in at once: from this browser, and with the wait of others over. */
  readonly letOwnerIn: (email: string, request: Request | undefined) => Promise<void>;
  /** Whether another letter may go to this mailbox now. */
  readonly mayWriteTo: (email: string) => Promise<boolean>;
}

interface ThrottleOptions {
  readonly db: Database;
  /** Names subjects and signs nothing else; another one for each population. */
  readonly secret: string;
}

type Kind = 'account' | 'address' | 'browser' | 'session' | 'letters';
type Subject = readonly [kind: Kind, name: string];

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const policies: Readonly<Record<Kind, ThrottlePolicy>> = {
  account: { free: 5, first: 30, longest: 15 * minute, forget: day },
  // Many people may share one.
  address: { free: 30, first: 30, longest: 15 * minute, forget: hour },
  browser: { free: 10, first: 30, longest: 15 * minute, forget: day },
  session: { free: 10, first: 30, longest: 15 * minute, forget: day },
  // Shorter than a link lives, so that the owner always has one that works.
  letters: { free: 3, first: minute, longest: 30 * minute, forget: day },
};

/** Endpoints that ask a signed-in person for the password once more. */
const confirmingPaths = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/get-totp-uri',
]);

/**
 * Growing waits after failed sign-ins, counted in the database for every process together: per account, per network
 * address and per known browser. A browser in which the account's owner has signed in is counted by itself, so that
 * nobody can lock the owner out by failing elsewhere.
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export function createSignInThrottle({ db: { pool }, secret }: ThrottleOptions): SignInThrottle {
  const taken = new WeakMap<object, readonly Subject[]>();
  const nameOf = (...parts: readonly string[]) =>
    createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');
  const browsers = createKnownBrowsers(nameOf);
  const take = ([kind, name]: Subject) => takeAttempt(pool, nameOf(kind, name), policies[kind]);

  async function takeAll(ctx: Hook, subjects: readonly Subject[]): Promise<void> {
    taken.set(ctx.context, subjects);
    for (const subject of subjects) refuse(await take(subject));
  }

  async function beforeSignIn(ctx: Hook): Promise<void> {
    const email = readEmail(ctx);
    if (email === null) return;
    const browser = await browsers.find(ctx, email);
    if (browser !== null) {
      taken.set(ctx.context, [['browser', browser]]);
      if ((await take(['browser', browser])).granted) return;
    }
    const address = ctx.headers?.get(clientAddressHeader) ?? '';
    await takeAll(ctx, [
      ['address', address],
      ['account', email],
    ]);
  }

  async function beforeConfirming(ctx: Hook): Promise<void> {
    const session = await getSessionFromCtx(ctx);
    if (session !== null) await takeAll(ctx, [['session', session.user.id]]);
  }

  // A forbidden sign-in had the right password.
  async function afterAttempt(ctx: Hook): Promise<void> {
    if (isAPIError(ctx.context.returned) && ctx.context.returned.statusCode !== 403) return;
    for (const [kind, name] of taken.get(ctx.context) ?? []) {
      await (kind === 'address' ? giveAttemptBack : clearAttempts)(pool, nameOf(kind, name));
    }
  }

  return {
    plugin: throttlePlugin({ beforeSignIn, beforeConfirming, afterAttempt, remember: browsers.remember }),
    letOwnerIn: async (email, request) => {
      browsers.expect(email, request);
      await clearAttempts(pool, nameOf('account', email));
    },
    mayWriteTo: async (email) => (await take(['letters', email.toLowerCase()])).granted,
  };
}

type Step = (ctx: Hook) => Promise<void>;
type Steps = Readonly<Record<'beforeSignIn' | 'beforeConfirming' | 'afterAttempt' | 'remember', Step>>;

function throttlePlugin({ beforeSignIn, beforeConfirming, afterAttempt, remember }: Steps): BetterAuthPlugin {
  const isSignIn = ({ path }: { path?: string | undefined }) => path === '/sign-in/email';
  const isConfirming = ({ path }: { path?: string | undefined }) => confirmingPaths.has(path ?? '');
  return {
    id: 'sign-in-throttle',
    hooks: {
      before: [
        { matcher: isSignIn, handler: createAuthMiddleware(beforeSignIn) },
        { matcher: isConfirming, handler: createAuthMiddleware(beforeConfirming) },
      ],
      after: [
        {
          matcher: (ctx) => isSignIn(ctx) || isConfirming(ctx),
          handler: createAuthMiddleware(afterAttempt),
        },
        { matcher: () => true, handler: createAuthMiddleware(remember) },
      ],
    },
  };
}

function readEmail(ctx: Hook): string | null {
  const body: unknown = ctx.body;
  if (typeof body !== 'object' || body === null || !('email' in body)) return null;
  return typeof body.email === 'string' ? body.email.toLowerCase() : null;
}

function refuse({ granted, retryAfter }: Attempt): void {
  if (granted) return;
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'SIGN_IN_DELAYED', message: 'Too many failed tries. Wait, then try again.', retryAfter },
    { 'retry-after': String(retryAfter) },
  );
}
