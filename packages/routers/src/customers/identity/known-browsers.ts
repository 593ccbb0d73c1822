import { randomBytes } from 'node:crypto';
import type { Hook } from './hook.ts';

const lifeSeconds = 400 * 24 * 3600;

export interface KnownBrowsers {
  /** The name of this browser, if the account's owner has signed in here. */
  readonly find: (ctx: Hook, email: string) => Promise<string | null>;
  /** Marks the browser of whoever has just signed in, or was expected. */
  readonly remember: (ctx: Hook) => Promise<void>;
  /** The browser behind this request belongs to the account's owner. */
  readonly expect: (email: string, request: Request | undefined) => void;
}

/**
 * Browsers in which the owner of an account has proved it: each holds a signed cookie for each such account. `nameOf`
 * makes names that say nothing to others.
 */
export function createKnownBrowsers(nameOf: (...parts: readonly string[]) => string): KnownBrowsers {
  const expected = new WeakMap<Request, string>();
  // The library signs the value alone, not its name: whose it is stands in the value, too.
  const ownerOf = (email: string) => `${nameOf('owner', email).slice(0, 22)}.`;

  function cookieOf(ctx: Hook, email: string) {
    const name = `browser_${nameOf('cookie', email).slice(0, 16)}`;
    return ctx.context.createAuthCookie(name, { maxAge: lifeSeconds });
  }

  async function find(ctx: Hook, email: string): Promise<string | null> {
    const value = await ctx.getSignedCookie(cookieOf(ctx, email).name, ctx.context.secret);
    return typeof value === 'string' && value.startsWith(ownerOf(email)) ? value : null;
  }

  async function remember(ctx: Hook): Promise<void> {
    const known = ctx.request === undefined ? undefined : expected.get(ctx.request);
    const email = (ctx.context.newSession?.user.email ?? known)?.toLowerCase();
    if (email === undefined) return;
    if (known === undefined && (await find(ctx, email)) !== null) return;
    const { name, attributes } = cookieOf(ctx, email);
    const value = `${ownerOf(email)}${randomBytes(18).toString('base64url')}`;
    await ctx.setSignedCookie(name, value, ctx.context.secret, attributes);
  }

  return {
    find,
    remember,
    expect: (email, request) => {
      if (request !== undefined) expected.set(request, email);
    },
  };
}
