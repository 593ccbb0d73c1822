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
}

/** Receives the cookies that renew a session; they belong on the response. */
export type CookieSink = (setCookie: readonly string[]) => void;

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Identity {
  readonly customerAuth: CustomerAuth;
  readonly staffAuth: StaffAuth;
  /** Answer what is below `/auth/customer` and `/auth/staff`. */
  readonly handlers: Readonly<Record<'customer' | 'staff', NodeHandler>>;
  /** The signed-in customer; at most five minutes old, so that most requests cost no query. */
  readonly findCustomer: (headers: Headers, setCookies?: CookieSink) => Promise<CustomerActor | null>;
  /**
   * The signed-in member of staff; at most a minute old. One who was deactivated is null. An API token in
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
  return {
    customerAuth,
    staffAuth,
    handlers: { customer: toNodeHandler(customerAuth), staff: toNodeHandler(staffAuth) },
    findCustomer: async (headers, setCookies) => {
      if (!hasSessionCookie(headers, customerPopulation.cookiePrefix)) return null;
      const found = await unwrapFailure(customerAuth.api.getSession({ headers, returnHeaders: true }));
      setCookies?.(found.headers.getSetCookie());
      if (found.response === null) return null;
      const { id, email, name, emailVerified } = found.response.user;
      return { id, email, name, emailVerified };
    },
    findStaff: async (headers, setCookies) => {
      const token = bearerOf(headers);
      if (token !== null) return tokens.findActor(token);
      if (!hasSessionCookie(headers, staffPopulation.cookiePrefix)) return null;
      const found = await unwrapFailure(staffAuth.api.getSession({ headers, returnHeaders: true }));
      setCookies?.(found.headers.getSetCookie());
      if (found.response === null || !found.response.user.active) return null;
      const { session, user } = found.response;
      return toStaffActor({ user, sessionId: session.id }, await roles.resolve(storedRole(user)), policy);
    },
  };
}

function hasSessionCookie(headers: Headers, prefix: string): boolean {
  return headers.get('cookie')?.includes(`${prefix}.session_token=`) === true;
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
