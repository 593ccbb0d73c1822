import type { WorkerEnvironment } from '@turing/worker/env';
import type { StageConfig } from './config.ts';

/** Variables whose values never appear in a template. */
const secretVariables = [
  'DATABASE_URL',
  'SMTP_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'GIFT_CARD_SECRET',
] as const satisfies readonly (keyof WorkerEnvironment)[];

type SecretVariable = (typeof secretVariables)[number];

/** What the workers of a stage are given: plain values, and the names under which secrets are kept. */
export type WorkerSettings = {
  variables: Record<Exclude<keyof WorkerEnvironment, SecretVariable>, string>;
  secretNames: Record<SecretVariable, string>;
};

/** The environment of the workers in a stage, decided variable by variable as `createApiSettings` does for the API. */
export function createWorkerSettings(config: StageConfig): WorkerSettings {
  const { name, domains } = config;
  // A gift card's code is the same wherever it is written: the API's secret.
  const ownerOf = (variable: SecretVariable) => (variable === 'GIFT_CARD_SECRET' ? 'api' : 'worker');
  const entries = secretVariables.map((variable) => [variable, `${name}/${ownerOf(variable)}/${variable}`]);
  return {
    variables: {
      NODE_ENV: 'production',
      WORKER_PORT: '4001',
      WORKER_CONCURRENCY: '10',
      WORKER_RECOVERY_GRACE_MS: '15000',
      STOREFRONT_URL: `https://${domains.storefront}`,
      EMAIL_FROM: `Turing Goods <hello@${domains.storefront}>`,
      STRIPE_API_BASE: '',
      AUTH_SECRET: '',
      MEDIA_DIR: '/var/lib/turing-commerce/media',
      MEDIA_BUCKET: config.media.bucket,
      MEDIA_BUCKET_REGION: config.media.region,
      MEDIA_BUCKET_ENDPOINT: '',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      RELEASE: name,
    },
    secretNames: Object.fromEntries(entries) as Record<SecretVariable, string>,
  };
}
