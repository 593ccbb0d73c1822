import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithUs } from './child.ts';
import { findFreePort } from './free-port.ts';

export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export function buildApi(): void {
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], {
    cwd: 'apps/api',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The API does not build:\n${stderr}`);
}

/** The bundle that is deployed, with the environment of production. */
export async function startApi(
  folder: string,
  { databaseUrl, isCached }: { databaseUrl: string; isCached: boolean },
): Promise<ApiProcess> {
  const port = await findFreePort();
  const mediaDir = path.join(folder, 'media');
  mkdirSync(mediaDir, { recursive: true });
  const log = openSync(path.join(folder, 'api.log'), 'a');
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['apps/api/dist/main.mjs'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      API_PORT: String(port),
      API_URL: url,
      AUTH_SECRET: 'a-secret-for-the-bench-of-more-than-32-characters',
      STAFF_TWO_FACTOR: 'optional',
      STRIPE_SECRET_KEY: 'sk_test_bench',
      STRIPE_WEBHOOK_SECRET: 'whsec_bench',
      PAYMENT_METHODS: 'card,invoice',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      MEDIA_DIR: mediaDir,
      RATE_LIMIT_SCALE: '1000000',
      RESPONSE_CACHE: isCached ? 'on' : 'off',
    },
    stdio: ['ignore', log, log],
  });
  if (child.pid === undefined) throw new Error('The API has no process');
  endWithUs(child);
  await waitUntilReady(url, () => child.exitCode === null);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function waitUntilReady(url: string, isAlive: () => boolean): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    if (!isAlive())
      throw new Error('The API ended while it started: see api.log in the folder of the bench.');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(50);
  }
  throw new Error('The API did not get ready.');
}
