import { join } from 'node:path';
import type { Writable } from 'node:stream';
import {
  domains,
  findStorageProblem,
  giftCardSecretOf,
  logLevels,
  storagePlaceOf,
  storageVariables,
  type Domain,
  type LogLevel,
  type ProviderSettings,
  type RateLimitStore,
  type StaffPolicy,
  type StoragePlace,
} from '@turing/routers';
import { type PaymentMethod, paymentMethods } from '@turing/domain';
import { z } from 'zod';
import { findSignInProblem, providersOf, signInVariables } from './sign-in-env.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/u }).transform((text) => text.replace(/\/$/u, ''));

const domainList = z.string().transform((text, context): Domain[] => {
  const names = text.split(',').map((name) => name.trim());
  const chosen = domains.filter((domain) => names.includes(domain));
  if (chosen.length === names.length) return chosen;
  context.addIssue({ code: 'custom', message: `must be a comma-separated list of ${domains.join(', ')}` });
  return z.NEVER;
});

const paymentMethodList = z.string().transform((text, context): PaymentMethod[] => {
  const names = text.split(',').map((name) => name.trim());
  const chosen = names.flatMap((name) => paymentMethods.filter((method) => method === name));
  if (chosen.length === names.length && new Set(names).size === names.length) return chosen;
  const message = `must be a comma-separated list of ${paymentMethods.join(', ')}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
    API_PORT: port.default(4000),
    API_URL: url.default('http://localhost:4000'),
    API_DOMAINS: domainList.optional(),
    STOREFRONT_URL: url.default('http://localhost:3000'),
    ADMIN_URL: url.default('http://localhost:3001'),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
    /** From which the codes of gift cards follow; made of AUTH_SECRET unless set. Change neither while cards are about. */
    GIFT_CARD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    ...signInVariables,
    STRIPE_SECRET_KEY: z.string().regex(/^(?:sk|rk)_(?:test|live)_/u, 'must be a secret key of Stripe'),
    STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_/u, 'must be a webhook secret of Stripe'),
    /** Another address than Stripe's, for the emulator. */
    STRIPE_API_BASE: url.optional(),
    /** How buyers may pay: a list of card, invoice and cash_on_delivery, the usual way first. */
    PAYMENT_METHODS: paymentMethodList.default(['card']),
    /** Who computes tax: the shop's table, or Stripe Tax. */
    TAX_PROVIDER: z.enum(['table', 'stripe']).default('table'),
    /** What happens while the tax service is away: the table decides, or orders wait. */
    TAX_FALLBACK: z.enum(['table', 'refuse']).default('table'),
    /** Where carriers' live rates come from, as docs/carrier-rates.md says; without it the shop's table decides. */
    CARRIER_RATES_URL: url.optional(),
    CARRIER_RATES_TOKEN: z.string().max(500).default(''),
    /** `allowed`: the address may be of this machine or network. */
    CARRIER_RATES_PRIVATE: z.enum(['refused', 'allowed']).default('refused'),
    ...storageVariables,
    /** Megabytes of renditions kept on this machine. */
    MEDIA_CACHE_MB: z.coerce.number().int().min(10).max(1_000_000).default(2048),
    LOG_LEVEL: z.enum(logLevels).default('info'),
    LOG_FORMAT: z.enum(['json', 'text']).optional(),
    NODE_ENV: z.string().default('development'),
    UPSTASH_REDIS_REST_URL: url.optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/u }).optional(),
    /** `off`: every public read asks the database. */
    RESPONSE_CACHE: z.enum(['on', 'off']).default('on'),
    RESPONSE_CACHE_MB: z.coerce.number().min(1).max(4096).default(64),
    /** `required`: staff who may move money set up a second factor before they do anything else. */
    STAFF_TWO_FACTOR: z.enum(['required', 'optional']).default('required'),
    STAFF_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(120),
    STAFF_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
    /** Days in which who asked for the deletion of an account may change their mind. */
    ERASURE_GRACE_DAYS: z.coerce.number().int().min(0).max(30).default(14),
    /** With what the first owner is made; otherwise the API logs a code of its own while there is no staff. */
    STAFF_SETUP_SECRET: z.string().min(12).max(200).optional(),
    RATE_LIMIT_SCALE: z.coerce.number().positive().max(1_000_000).default(1),
    /** How many processes share the limits: what each may count by itself. 4 beside a shared store, 1 without. */
    RATE_LIMIT_PROCESSES: z.coerce.number().int().min(1).max(1000).optional(),
    /** How many proxies stand in front and append to `x-forwarded-for`. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
    /** Milliseconds between the failing readiness probe and the closing of the server. */
    DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(120_000).default(0),
    /** What is running: a tag or a commit. */
    RELEASE: z.string().default('development'),
    NEW_RELIC_ENABLED: z.enum(['true', 'false']).default('false'),
  })
  .superRefine((env, context) => {
    const signIn = findSignInProblem(env);
    if (signIn !== null) context.addIssue({ code: 'custom', path: [signIn.path], message: signIn.message });
    const message = findStorageProblem(env);
    if (message !== null) context.addIssue({ code: 'custom', path: ['MEDIA_BUCKET_REGION'], message });
    if ((env.UPSTASH_REDIS_REST_URL === undefined) === (env.UPSTASH_REDIS_REST_TOKEN === undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['UPSTASH_REDIS_REST_TOKEN'],
      message: 'goes with UPSTASH_REDIS_REST_URL: set both or neither',
    });
  });

/** Every variable the process reads, as text; infrastructure is checked against it. */
export type ApiEnvironment = { [Key in keyof z.input<typeof schema>]: string };

export interface ApiConfig {
  readonly port: number;
  readonly apiUrl: string;
  readonly storefrontUrl: string;
  readonly adminUrl: string;
  readonly database: { readonly url: string; readonly maxConnections: number };
  readonly authSecret: string;
  readonly giftCardSecret: string;
  readonly providers: ProviderSettings;
  /** Whether Have I Been Pwned is asked about new passwords of customers. */
  readonly askBreachService: boolean;
  readonly staffPolicy: StaffPolicy;
  readonly erasureGraceDays: number;
  /** Null: one is made from `authSecret`. */
  readonly setupSecret: string | null;
  readonly stripe: {
    readonly secretKey: string;
    readonly webhookSecret: string;
    readonly apiBase?: string | undefined;
  };
  readonly paymentMethods: readonly PaymentMethod[];
  readonly tax: { readonly provider: 'table' | 'stripe'; readonly fallback: 'table' | 'refuse' };
  /** Null: no carrier is asked. */
  readonly carrierRates: {
    readonly url: string;
    readonly token: string;
    readonly allowPrivate: boolean;
  } | null;
  readonly storage: StoragePlace;
  /** Renditions already made. */
  readonly mediaCache: { readonly dir: string; readonly bytes: number };
  readonly log: {
    readonly level: LogLevel;
    readonly format: 'json' | 'text';
    /** Where the lines go; standard output by default. */
    readonly destination?: Writable;
  };
  readonly domains: readonly Domain[];
  readonly rateLimit: {
    readonly store: RateLimitStore;
    readonly scale: number;
    readonly processes: number;
  };
  /** Most bytes of stored answers; 0 stores none. */
  readonly responseCacheBytes: number;
  readonly trustedProxies: number;
  readonly drainDelayMs: number;
  readonly release: string;
  readonly monitored: boolean;
}

/** Reads and checks the environment. Fails with one message that names everything wrong with it. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): ApiConfig {
  const parsed = schema.safeParse(withoutEmpty(source), {
    error: ({ input }) => (input === undefined ? 'is required' : undefined),
  });
  if (!parsed.success) throw new Error(describeProblems(parsed.error));
  const env = parsed.data;
  return {
    port: env.API_PORT,
    apiUrl: env.API_URL,
    storefrontUrl: env.STOREFRONT_URL,
    adminUrl: env.ADMIN_URL,
    database: { url: env.DATABASE_URL, maxConnections: env.DATABASE_POOL_SIZE },
    authSecret: env.AUTH_SECRET,
    giftCardSecret: giftCardSecretOf({ own: env.GIFT_CARD_SECRET, auth: env.AUTH_SECRET }),
    providers: providersOf(env),
    askBreachService: env.PASSWORD_BREACH_CHECK === 'haveibeenpwned',
    staffPolicy: {
      twoFactor: env.STAFF_TWO_FACTOR,
      idleSeconds: env.STAFF_IDLE_MINUTES * 60,
      absoluteSeconds: env.STAFF_SESSION_HOURS * 3600,
    },
    erasureGraceDays: env.ERASURE_GRACE_DAYS,
    setupSecret: env.STAFF_SETUP_SECRET ?? null,
    stripe: {
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      apiBase: env.STRIPE_API_BASE,
    },
    paymentMethods: env.PAYMENT_METHODS,
    tax: { provider: env.TAX_PROVIDER, fallback: env.TAX_FALLBACK },
    carrierRates: carrierRatesOf(env),
    storage: storagePlaceOf(env),
    mediaCache: { dir: join(env.MEDIA_DIR, 'renditions'), bytes: env.MEDIA_CACHE_MB * 1_000_000 },
    log: {
      level: env.LOG_LEVEL,
      format: env.LOG_FORMAT ?? (env.NODE_ENV === 'production' ? 'json' : 'text'),
    },
    domains: env.API_DOMAINS ?? domains,
    rateLimit: rateLimitOf(env),
    responseCacheBytes: env.RESPONSE_CACHE === 'on' ? Math.round(env.RESPONSE_CACHE_MB * 1_000_000) : 0,
    trustedProxies: env.TRUST_PROXY,
    drainDelayMs: env.DRAIN_DELAY_MS,
    release: env.RELEASE,
    monitored: env.NEW_RELIC_ENABLED === 'true',
  };
}

function carrierRatesOf(env: z.output<typeof schema>): ApiConfig['carrierRates'] {
  const { CARRIER_RATES_URL: address, CARRIER_RATES_TOKEN: token, CARRIER_RATES_PRIVATE: network } = env;
  return address === undefined ? null : { url: address, token, allowPrivate: network === 'allowed' };
}

// A deployment says "the default" with an empty text.
function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

function rateLimitOf(env: z.output<typeof schema>): ApiConfig['rateLimit'] {
  const store = chooseStore(env);
  const processes = env.RATE_LIMIT_PROCESSES ?? (store.kind === 'memory' ? 1 : 4);
  return { store, scale: env.RATE_LIMIT_SCALE, processes };
}

function chooseStore(env: z.output<typeof schema>): RateLimitStore {
  const { UPSTASH_REDIS_REST_URL: upstashUrl, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: redisUrl } = env;
  if (upstashUrl !== undefined && token !== undefined) return { kind: 'upstash', url: upstashUrl, token };
  return redisUrl === undefined ? { kind: 'memory' } : { kind: 'redis', url: redisUrl };
}

function describeProblems(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  return ['The environment of the API is not right:', ...problems].join('\n');
}
