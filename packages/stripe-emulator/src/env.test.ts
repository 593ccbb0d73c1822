import { spawnSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { createStripeEmulator } from './emulator.ts';
import { productionRefusal, readEnv } from './env.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('it refuses to be made in production', () => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(() => createStripeEmulator()).toThrow(productionRefusal);
});

test('it refuses to start in production with one clear sentence', () => {
  const main = new URL('main.ts', import.meta.url).pathname;
  const env = { NODE_ENV: 'production', STRIPE_EMULATOR_PORT: '0' };
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8', timeout: 20_000 });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(productionRefusal);
});

test('the environment has defaults and says what is wrong', () => {
  expect(readEnv({})).toEqual({
    port: 4010,
    publicUrl: 'http://localhost:4010',
    merchantName: 'Turing Goods',
  });
  const set = {
    STRIPE_WEBHOOK_URL: 'http://localhost:4000/webhooks/stripe',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  };
  expect(readEnv({ ...set, STRIPE_EMULATOR_URL: 'http://pay.localhost/' })).toMatchObject({
    publicUrl: 'http://pay.localhost',
    webhook: { url: set.STRIPE_WEBHOOK_URL, secret: 'whsec_1' },
  });
  expect(() => readEnv({ STRIPE_EMULATOR_PORT: 'http' })).toThrow('STRIPE_EMULATOR_PORT');
  expect(() => readEnv({ ...set, STRIPE_WEBHOOK_SECRET: '' })).toThrow('STRIPE_WEBHOOK_SECRET');
});
