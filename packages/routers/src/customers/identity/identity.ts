import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { isAPIError } from 'better-auth/api';
import { toNodeHandler } from 'better-auth/node';
import type { Logger } from '../../platform/logger.ts';
import type { CustomerActor, StaffActor } from './actors.ts';
import { customerPopulation, staffPopulation } from './auth-options.ts';
import { createCustomerAuth, type CustomerAuth } from './customer-auth.ts';
import { createRoleBook } from '../roles/role-book.ts';
import { createTokenBook } from '../tokens/token-book.ts';
import { insertSecurityEvent } from './security-event-store.ts';
import { createSessionBook, type Look } from './session-book.ts';
import { deafEars, type SessionEars } from './session-ears.ts';
import { storedRole, toStaffActor } from './staff-actor.ts';
import type { ProviderSettings } from './sign-in-providers.ts';
import { createStaffAuth, type StaffAuth } from './staff-auth.ts';
import type { StaffPolicy } from './staff-policy.ts';

export interface IdentitySettings {
  readonly db: Database;
  /** At least 32 characters; signs the cookies of both populations, each with a key of its own. */
  readonly secret: string;
  readonly storefrontUrl: string;
  readonly adminUrl: string;
  /** Other origins whose browsers may call, such as the API's own. */
  readonly trustedOrigins?: readonly string[];
  readonly staffPolicy: StaffPolicy;
  /** Who else may say who a customer is. */
  readonly providers: ProviderSettings;
  /** Whether Have I Been Pwned is asked about new passwords. */
  readonly askBreachService: boolean;
  readonly logger: Logger;
  /** Tells which sessions have ended; without it they are kept for seconds only. */
  readonly ears?: SessionEars;
}

/** Receives the cookies that renew a session; they belong on the response. */
export type CookieSink = (setCookie: readonly string[]) => void;

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Identity {
  readonly customerAuth: CustomerAuth;
  readonly staffAuth: StaffAuth;
  /** Answer what is below `/auth/customer` and `/auth/staff`. */
  readonly handlers: Readonly<Record<'customer' | 'staff', NodeHandler>>;
  /** The signed-in customer. Most requests cost no query; a session that ended anywhere is refused once that is heard. */
  readonly findCustomer: (headers: Headers, setCookies?: CookieSink) => Promise<CustomerActor | null>;
  /**
   * The signed-in member of staff, in the same way. One who was deactivated is null. An API token in
   * `authorization` speaks for itself: cookies beside it mean nothing.
   */
  readonly findStaff: (headers: Headers, setCookies?: CookieSink) => Promise<StaffActor | null>;
}

/** The two populations of the shop. Their accounts, sessions, cookies and keys have nothing in common. */
export function createIdentity(settings: IdentitySettings): Identity {
  const common = {
    db: settings.db,
    secret: settings.secret,
    trustedOrigins: settings.trustedOrigins ?? [],
    logger: settings.logger,
  };
  const customerAuth = createCustomerAuth({
    ...common,
    appUrl: settings.storefrontUrl,
    providers: settings.providers,
    askBreachService: settings.askBreachService,
  });
  const { db, logger, staffPolicy: policy } = settings;
  const staffAuth = createStaffAuth({
    ...common,
    appUrl: settings.adminUrl,
    policy,
    askBreachService: settings.askBreachService,
    onSecurityEvent: (event) => {
      insertSecurityEvent(db, event).catch((cause: unknown) => logger.error('sign-in not noted', { cause }));
    },
  });
  const roles = createRoleBook(db.reader);
  const tokens = createTokenBook({ db, roles, logger });
  const sessions = openBooks(settings, { customerAuth, staffAuth });
  return {
    customerAuth,
    staffAuth,
    handlers: { customer: toNodeHandler(customerAuth), staff: toNodeHandler(staffAuth) },
    findCustomer: async (headers, setCookies) => {
      const { found, cookies } = await sessions.customers.find(headers);
      setCookies?.(cookies);
      if (found === null) return null;
      const { id, email, name, emailVerified } = found.user;
      // From a signed cookie it is a text.
      return { id, email, name, emailVerified, signedInAt: new Date(found.session.createdAt) };
    },
    findStaff: async (headers, setCookies) => {
      const token = bearerOf(headers);
      if (token !== null) return tokens.findActor(token);
      const { found, cookies } = await sessions.staff.find(headers);
      setCookies?.(cookies);
      if (found === null || !found.user.active) return null;
      const { session, user } = found;
      return toStaffActor({ user, sessionId: session.id }, await roles.resolve(storedRole(user)), policy);
    },
  };
}

type Auths = Pick<Identity, 'customerAuth' | 'staffAuth'>;

function openBooks(
  { ears = deafEars, storefrontUrl, adminUrl }: IdentitySettings,
  { customerAuth, staffAuth }: Auths,
) {
  return {
    customers: createSessionBook({
      ...bookOptions(customerPopulation, storefrontUrl),
      ears,
      look: async (headers, disableCookieCache) => {
        const question = { headers, returnHeaders: true, query: { disableCookieCache } } as const;
        return lookOf(await unwrapFailure(customerAuth.api.getSession(question)));
      },
    }),
    staff: createSessionBook({
      ...bookOptions(staffPopulation, adminUrl),
      ears,
      look: async (headers, disableCookieCache) => {
        const question = { headers, returnHeaders: true, query: { disableCookieCache } } as const;
        return lookOf(await unwrapFailure(staffAuth.api.getSession(question)));
      },
    }),
  };
}

function bookOptions({ name, cookiePrefix, cacheSeconds }: typeof customerPopulation, appUrl: string) {
  const prefix = `${appUrl.startsWith('https://') ? '__Secure-' : ''}${cookiePrefix}.`;
  return { population: name, cookiePrefix: prefix, cookieSeconds: cacheSeconds };
}

/** What the library answers, as the book of sessions keeps it. */
function lookOf<Found>(answer: { response: Found | null; headers: Headers }): Look<Found> {
  return { found: answer.response, cookies: answer.headers.getSetCookie() };
}

/** The token of an `authorization: Bearer`; empty when there is one that cannot be a token, null without. */
function bearerOf(headers: Headers): string | null {
  const [, token] = /^Bearer(?: +(.*))?$/iu.exec(headers.get('authorization') ?? '') ?? [null, null];
  return token === null ? null : (token ?? '').slice(0, 200);
}

const connectionCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);

// The library answers every failure as its own; what the database said is the cause.
async function unwrapFailure<Result>(lookup: Promise<Result>): Promise<Result> {
  try {
    return await lookup;
  } catch (error) {
    const cause: unknown = isAPIError(error) && error.cause !== undefined ? error.cause : error;
    if (!isUnreachable(cause)) throw cause;
    throw new ShopError('DATABASE_UNAVAILABLE', undefined, { cause });
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && connectionCodes.has(String(error.code));
}
