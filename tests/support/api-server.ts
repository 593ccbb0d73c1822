import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApiConfig } from '@turing/api/env';
import { createProgram, type Program } from '@turing/api/program';

export interface ApiServer {
  readonly url: string;
  readonly port: number;
  readonly program: Program;
  readonly stop: () => Promise<void>;
}

export const storefrontUrl = 'http://localhost:3000';
export const adminUrl = 'http://localhost:3001';

/** The API as it is deployed, on a port of its own, quiet and with rates no test reaches unless it means to. */
export async function startApi(databaseUrl: string, overrides: Partial<ApiConfig> = {}): Promise<ApiServer> {
  const mediaDir = mkdtempSync(path.join(tmpdir(), 'turing-media-'));
  const program = createProgram({
    port: 0,
    apiUrl: 'http://localhost:4000',
    storefrontUrl,
    adminUrl,
    database: { url: databaseUrl, maxConnections: 4 },
    authSecret: 'a-secret-for-tests-of-more-than-32-characters',
    paymentMethods: ['card'],
    carrierRates: null,
    tax: { provider: 'table', fallback: 'table' },
    giftCardSecret: 'a-secret-of-gift-cards-for-tests-of-32-characters',
    providers: { google: null, oidc: null },
    askBreachService: false,
    staffPolicy: { twoFactor: 'optional', idleSeconds: 7200, absoluteSeconds: 43_200 },
    setupSecret: null,
    erasureGraceDays: 14,
    stripe: {
      secretKey: 'sk_test_0123456789',
      webhookSecret: 'whsec_0123456789',
      apiBase: 'http://127.0.0.1:9',
    },
    storage: { kind: 'folder', dir: mediaDir },
    mediaCache: { dir: path.join(mediaDir, 'renditions'), bytes: 100_000_000 },
    log: { level: 'silent', format: 'json' },
    domains: ['customers', 'products', 'orders', 'payments'],
    rateLimit: { store: { kind: 'memory' }, scale: 1000, processes: 1 },
    responseCacheBytes: 8_000_000,
    trustedProxies: 0,
    drainDelayMs: 0,
    release: 'test',
    monitored: false,
    ...overrides,
  });
  const { url, port } = await program.start();
  return {
    url,
    port,
    program,
    stop: async () => {
      await program.stop();
      rmSync(mediaDir, { recursive: true, force: true });
    },
  };
}
