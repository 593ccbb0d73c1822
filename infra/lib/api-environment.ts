import type { ApiEnvironment } from '@turing/api/env';
import type { StageConfig } from './config.ts';

/** Variables whose values never appear in a template. */
const secretVariables = [
  'DATABASE_URL',
  'AUTH_SECRET',
  'GIFT_CARD_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'REDIS_URL',
  'GOOGLE_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET',
  'STAFF_SETUP_SECRET',
  'CARRIER_RATES_TOKEN',
  'UPSTASH_REDIS_REST_TOKEN',
] as const satisfies readonly (keyof ApiEnvironment)[];

type SecretVariable = (typeof secretVariables)[number];

/** What the API's processes of a stage are given: plain values, and the names under which secrets are kept. */
export type ApiSettings = {
  variables: Record<Exclude<keyof ApiEnvironment, SecretVariable>, string>;
  secretNames: Record<SecretVariable, string>;
};

/**
 * The environment of the API in a stage. Every variable the API reads is decided here: one that it gains or renames fails
 * this file's type check. Empty means the API's own default.
 */
export function createApiSettings(config: StageConfig): ApiSettings {
  const { name, domains } = config;
  return {
    variables: {
      NODE_ENV: 'production',
      API_PORT: '4000',
      API_URL: `https://${domains.api}`,
      API_DOMAINS: '',
      STOREFRONT_URL: `https://${domains.storefront}`,
      ADMIN_URL: `https://${domains.console}`,
      STRIPE_API_BASE: '',
      TAX_PROVIDER: '',
      TAX_FALLBACK: '',
      CARRIER_RATES_URL: '',
      CARRIER_RATES_PRIVATE: '',
      PAYMENT_METHODS: '',
      GOOGLE_CLIENT_ID: '',
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_NAME: '',
      PASSWORD_BREACH_CHECK: '',
      STAFF_TWO_FACTOR: 'required',
      STAFF_IDLE_MINUTES: '',
      STAFF_SESSION_HOURS: '',
      ERASURE_GRACE_DAYS: '',
      DATABASE_POOL_SIZE: '20',
      MEDIA_DIR: '/var/lib/turing-commerce/media',
      MEDIA_BUCKET: config.media.bucket,
      MEDIA_BUCKET_REGION: config.media.region,
      MEDIA_BUCKET_ENDPOINT: '',
      MEDIA_CACHE_MB: '4096',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      RATE_LIMIT_SCALE: '1',
      RATE_LIMIT_PROCESSES: '',
      UPSTASH_REDIS_REST_URL: '',
      TRUST_PROXY: '2',
      RELEASE: name,
      DRAIN_DELAY_MS: '15000',
      RESPONSE_CACHE: 'on',
      RESPONSE_CACHE_MB: '256',
      NEW_RELIC_ENABLED: 'false',
    },
    secretNames: secretNamesOf(name),
  };
}

function secretNamesOf(stage: string): Record<SecretVariable, string> {
  const entries = secretVariables.map((variable) => [variable, `${stage}/api/${variable}`]);
  return Object.fromEntries(entries) as Record<SecretVariable, string>;
}
