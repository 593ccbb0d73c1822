import { createHmac } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { Logger } from '../../platform/logger.ts';
import type { AuthSettings } from './settings.ts';

/** Set by the server on every request it hands over, never taken from the client. */
export const clientAddressHeader = 'x-client-address';

export const minPasswordLength = 10;
export const maxPasswordLength = 128;

interface Population {
  readonly name: 'customer' | 'staff';
  readonly cookiePrefix: 'shop' | 'staff';
  /** Seconds for which a signed cookie stands in for a look at the database. */
  readonly cacheSeconds: number;
  readonly sessionSeconds: number;
  /** Endpoints of Better Auth this population may call. */
  readonly paths: readonly string[];
}

const hour = 3600;
const day = 24 * hour;

export const customerPopulation: Population = {
  name: 'customer',
  cookiePrefix: 'shop',
  cacheSeconds: 300,
  sessionSeconds: 30 * day,
  paths: [
    '/sign-in/email',
    '/sign-in/social',
    '/sign-up/email',
    '/sign-out',
    '/callback/:id',
    '/get-session',
    '/verify-email',
    '/send-verification-email',
    '/change-email',
    '/change-password',
    '/request-password-reset',
    '/reset-password',
    '/sessions',
    '/sessions/revoke',
    '/revoke-sessions',
    '/revoke-other-sessions',
    '/list-accounts',
    '/unlink-account',
    '/two-factor/enable',
    '/two-factor/disable',
    '/two-factor/verify-totp',
    '/two-factor/verify-backup-code',
    '/two-factor/generate-backup-codes',
    '/passkey/generate-register-options',
    '/passkey/verify-registration',
    '/passkey/generate-authenticate-options',
    '/passkey/verify-authentication',
    '/passkey/list-user-passkeys',
    '/passkey/update-passkey',
    '/passkey/delete-passkey',
  ],
};

export const staffPopulation: Population = {
  name: 'staff',
  cookiePrefix: 'staff',
  cacheSeconds: 60,
  sessionSeconds: 12 * hour,
  paths: [
    '/sign-in/email',
    '/sign-out',
    '/get-session',
    '/change-password',
    '/update-user',
    '/list-sessions',
    '/revoke-session',
    '/revoke-other-sessions',
  ],
};

/** What both populations share. Ids come from the database; rate limits stand in front of the handlers. */
export function commonOptions(population: Population, settings: AuthSettings) {
  const foreignKey = `${population.name}Id`;
  return {
    appName: `turing ${population.name}`,
    baseURL: settings.appUrl,
    basePath: `/auth/${population.name}`,
    secret: deriveSecret(settings.secret, `sessions of ${population.name}`),
    trustedOrigins: [new URL(settings.appUrl).origin, ...settings.trustedOrigins],
    database: prismaAdapter(settings.db.prisma, { provider: 'postgresql' }),
    account: { modelName: `${population.name}Account`, fields: { userId: foreignKey } },
    verification: { modelName: `${population.name}Verification`, storeIdentifier: 'hashed' },
    session: {
      modelName: `${population.name}Session`,
      fields: { userId: foreignKey },
      expiresIn: population.sessionSeconds,
      updateAge: population.sessionSeconds / 12,
      cookieCache: { enabled: true, maxAge: population.cacheSeconds },
    },
    advanced: {
      cookiePrefix: population.cookiePrefix,
      useSecureCookies: settings.appUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: false },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    hooks: { before: allowOnly(population.paths) },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: forwardTo(settings.logger, population.name) },
    onAPIError: { onError: reportDefects(settings.logger, population.name) },
  } satisfies BetterAuthOptions;
}

// One key for both would let a customer's signed cookie, renamed, pass for a member of staff's.
export function deriveSecret(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}

function allowOnly(paths: readonly string[]) {
  const allowed = new Set(paths);
  return createAuthMiddleware((ctx) => {
    if (allowed.has(ctx.path)) return Promise.resolve();
    throw new APIError('NOT_FOUND', { code: 'NOT_FOUND', message: 'Not found' });
  });
}

// Refusals are answers, not news; without this the library prints each of them.
function reportDefects(logger: Logger, population: string) {
  return (error: unknown): void => {
    if (isAPIError(error) && error.statusCode < 500) return;
    logger.error('sign-in failed', { population, cause: error });
  };
}

function forwardTo(logger: Logger, population: string): NonNullable<BetterAuthOptions['logger']>['log'] {
  return (level, message, ...details: unknown[]) => {
    if (level !== 'error' && level !== 'warn') return;
    logger[level]('sign-in library', { population, detail: message, cause: details[0] });
  };
}
