import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@turing/db';
import { permissionsOf } from '@turing/domain';
import { createFactories, exampleAddress, type Factories } from '@turing/db/testing';
import {
  type Context,
  createCaller,
  createPostgresSearch,
  createSearchLog,
  createStorage,
  createStripeGateway,
  type CustomerActor,
  type Logger,
  type PaymentGateway,
  type SearchLog,
  type Services,
  type StaffActor,
  type Storage,
} from '@turing/routers';
import { createLetterBook } from '@turing/emails';
import { createTestDatabase } from './test-database.ts';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** With what the first owner is made. */
export const setupSecret = 'set-up-secret-of-the-tests';

/** From which the codes of gift cards follow. */
export const giftCardSecret = 'a-secret-for-gift-cards-of-the-tests';

/** Signs the addresses at which files may be put. */
export const uploadSecret = 'a-secret-for-uploads-of-the-tests';

export interface Visitor {
  readonly customer?: CustomerActor;
  /** What is left out follows from the role. */
  readonly staff?: Pick<StaffActor, 'id' | 'email' | 'name' | 'role'> & Partial<StaffActor>;
}

export interface Shop {
  readonly db: Database;
  readonly factories: Factories;
  readonly gateway: PaymentGateway;
  /** In a folder of its own. */
  readonly storage: Storage;
  readonly mediaDir: string;
  readonly searchLog: SearchLog;
  /** Moves the shop's clock; it starts at the real time. */
  readonly advance: (milliseconds: number) => void;
  readonly now: () => Date;
  /** `services` stand in for those of the shop. */
  readonly as: (visitor?: Visitor, services?: Partial<Services>) => ReturnType<typeof createCaller>;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
}

export interface ShopOptions {
  /** Where the payment gateway is; without it every call of the gateway fails. */
  readonly stripeBase?: string;
  readonly webhookSecret?: string;
  readonly maxConnections?: number;
}

/** A shop of its own for one test file: real database, real routers, and a clock that a test can move. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const { url, drop } = await createTestDatabase();
  const db = createDatabase({ url, maxConnections: options.maxConnections ?? 10 });
  let offsetMs = 0;
  const now = () => new Date(Date.now() + offsetMs);
  const gateway = createStripeGateway({
    secretKey: 'sk_test_shop',
    webhookSecret: options.webhookSecret ?? 'whsec_shop',
    apiBase: options.stripeBase ?? 'http://127.0.0.1:9',
  });
  const mediaDir = await mkdtemp(path.join(tmpdir(), 'turing-media-'));
  const storage = createStorage({ kind: 'folder', dir: mediaDir }, { secret: uploadSecret, now });
  const searchEngine = createPostgresSearch(db);
  const searchLog = createSearchLog({ db, logger: silent, now });
  const contextOf = (visitor: Visitor): Context => ({
    db,
    gateway,
    logger: silent,
    storage,
    searchEngine,
    searchLog,
    rateLimiter: { check: () => Promise.resolve({ allowed: true, retryAfterMs: 0 }) },
    now,
    storefrontUrl: 'http://localhost:3000',
    paymentMethods: ['card', 'invoice', 'cash_on_delivery'],
    letters: createLetterBook({ storefrontUrl: 'http://localhost:3000' }),
    giftCardSecret,
    staffAccess: { consoleUrl: 'http://localhost:3001', setupSecret },
    signInProviders: [],
    requestId: randomUUID(),
    address: '127.0.0.1',
    findCustomer: () => Promise.resolve(visitor.customer ?? null),
    findStaff: () => Promise.resolve(visitor.staff === undefined ? null : staffActor(visitor.staff)),
  });
  return {
    db,
    factories: createFactories(db.pool),
    gateway,
    storage,
    mediaDir,
    searchLog,
    logger: silent,
    now,
    advance: (milliseconds) => {
      offsetMs += milliseconds;
    },
    as: (visitor = {}, services = {}) => createCaller({ ...contextOf(visitor), ...services }),
    close: async () => {
      await searchLog.close();
      await db.close();
      await drop();
      await rm(mediaDir, { recursive: true });
    },
  };
}

function staffActor(staff: NonNullable<Visitor['staff']>): StaffActor {
  return {
    roleName: staff.role,
    permissions: permissionsOf(staff.role),
    mustEnrol: false,
    hasSecondFactor: true,
    sessionId: '00000000-0000-7000-8000-00000000000a',
    tokenId: null,
    ...staff,
  };
}

/** A new key for one intended write. */
export function key(): string {
  return randomUUID();
}

export const address = exampleAddress();

/** Carts one variant and places the order for it, paying what the quote says. */
export async function order(
  shop: Shop,
  wanted: {
    readonly variantId: string;
    readonly quantity?: number;
    readonly email?: string;
    readonly code?: string;
    readonly paymentMethod?: 'card' | 'invoice' | 'cash_on_delivery';
  },
) {
  const guest = shop.as();
  const { token } = await guest.orders.cart.addLine({
    token: null,
    variantId: wanted.variantId,
    quantity: wanted.quantity ?? 1,
    idempotencyKey: key(),
  });
  if (wanted.code !== undefined) {
    await guest.orders.cart.applyPromotion({ token, code: wanted.code, idempotencyKey: key() });
  }
  const quote = await guest.orders.checkout.quote({
    token,
    country: address.country,
    region: address.region,
  });
  return guest.orders.checkout.place({
    token,
    email: wanted.email ?? 'guest@example.com',
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    ...(wanted.paymentMethod !== undefined && { paymentMethod: wanted.paymentMethod }),
    idempotencyKey: key(),
  });
}
