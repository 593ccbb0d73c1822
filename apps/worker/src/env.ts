import {
  findStorageProblem,
  giftCardSecretOf,
  logLevels,
  storagePlaceOf,
  storageVariables,
  type LogLevel,
  type StoragePlace,
  type StripeSettings,
} from '@turing/routers';
import { z } from 'zod';
import type { MailboxAddress } from './mailer.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/u }).transform((text) => text.replace(/\/$/u, ''));

const sender = z.string().transform((text, context): MailboxAddress => {
  const [, name = '', address = text.trim()] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  if (z.email().safeParse(address).success) return { name: name.trim(), address };
  context.addIssue({ code: 'custom', message: 'must be an address, or a name and an address in < >' });
  return z.NEVER;
});

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u }),
    WORKER_PORT: port.default(4001),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(5),
    /** Milliseconds a worker may be out of touch before its jobs are given to others. */
    WORKER_RECOVERY_GRACE_MS: z.coerce.number().int().min(1000).max(600_000).default(15_000),
    ...storageVariables,
    SMTP_URL: z.url({ protocol: /^smtps?$/u }),
    EMAIL_FROM: sender.default({ name: 'Turing Goods', address: 'hello@turing.example' }),
    STOREFRONT_URL: url.default('http://localhost:3000'),
    STRIPE_SECRET_KEY: z.string().regex(/^(?:sk|rk)_(?:test|live)_/u, 'must be a secret key of Stripe'),
    STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_/u, 'must be a webhook secret of Stripe'),
    /** Another address than Stripe's, for the emulator. */
    STRIPE_API_BASE: url.optional(),
    /** As the API has them: from one of the two follow the codes of gift cards. */
    GIFT_CARD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    LOG_LEVEL: z.enum(logLevels).default('info'),
    LOG_FORMAT: z.enum(['json', 'text']).optional(),
    NODE_ENV: z.string().default('development'),
    /** What is running: a tag or a commit. */
    RELEASE: z.string().default('development'),
  })
  .superRefine((env, context) => {
    const message = findStorageProblem(env);
    if (message !== null) context.addIssue({ code: 'custom', path: ['MEDIA_BUCKET_REGION'], message });
    if (env.GIFT_CARD_SECRET !== undefined || env.AUTH_SECRET !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['GIFT_CARD_SECRET'],
      message: 'is required, or AUTH_SECRET: the one that the API has',
    });
  });

/** Every variable the process reads, as text; infrastructure is checked against it. */
export type WorkerEnvironment = { [Key in keyof z.input<typeof schema>]: string };

export interface WorkerConfig {
  readonly port: number;
  readonly databaseUrl: string;
  /** Jobs that run at once. */
  readonly concurrency: number;
  readonly recoveryGraceMs: number;
  readonly mail: { readonly smtpUrl: string; readonly from: MailboxAddress };
  readonly storage: StoragePlace;
  readonly storefrontUrl: string;
  readonly giftCardSecret: string;
  readonly stripe: StripeSettings;
  readonly log: { readonly level: LogLevel; readonly format: 'json' | 'text' };
  readonly release: string;
}

/** Reads and checks the environment. Fails with one message that names everything wrong with it. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): WorkerConfig {
  const parsed = schema.safeParse(withoutEmpty(source));
  if (!parsed.success) throw new Error(describeProblems(parsed.error));
  const env = parsed.data;
  return {
    port: env.WORKER_PORT,
    databaseUrl: env.DATABASE_URL,
    concurrency: env.WORKER_CONCURRENCY,
    recoveryGraceMs: env.WORKER_RECOVERY_GRACE_MS,
    mail: { smtpUrl: env.SMTP_URL, from: env.EMAIL_FROM },
    storage: storagePlaceOf(env),
    storefrontUrl: env.STOREFRONT_URL,
    giftCardSecret: giftCardSecretOf({ own: env.GIFT_CARD_SECRET, auth: env.AUTH_SECRET ?? '' }),
    stripe: {
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      apiBase: env.STRIPE_API_BASE,
    },
    log: {
      level: env.LOG_LEVEL,
      format: env.LOG_FORMAT ?? (env.NODE_ENV === 'production' ? 'json' : 'text'),
    },
    release: env.RELEASE,
  };
}

// A deployment says "the default" with an empty text.
function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

function describeProblems(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  return ['The environment of the worker is not right:', ...problems].join('\n');
}
