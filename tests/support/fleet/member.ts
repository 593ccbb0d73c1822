import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../throwaway-server.ts';
import type { Bundles, MemberKind } from './bundles.ts';

export interface FleetOptions {
  readonly bundles: Bundles;
  readonly databaseUrl: string;
  readonly stripeBase?: string;
  readonly smtpUrl?: string;
}

export interface MemberOptions extends FleetOptions {
  readonly kind: MemberKind;
  /** A free one unless told. */
  readonly port?: number;
  /** A step, and `#n` for the nth time that it is reached. */
  readonly crashAt?: string | null;
}

/** One process of the shop. */
export interface Member {
  readonly url: string;
  /** Settles with the signal that ended it, null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

export const webhookSecret = 'whsec_of_the_fleet';

const common = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  STRIPE_SECRET_KEY: 'sk_test_fleet',
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  AUTH_SECRET: 'a-secret-for-the-fleet-of-more-than-32-characters',
  GIFT_CARD_SECRET: 'a-secret-for-gift-cards-of-more-than-32-characters',
  STAFF_TWO_FACTOR: 'optional',
  RATE_LIMIT_SCALE: '1000000',
  RESPONSE_CACHE: 'off',
  WORKER_RECOVERY_GRACE_MS: '1000',
};

const crashAtFile = path.join(import.meta.dirname, 'crash-at.ts');

/** Starts a process and waits until it is ready, or has ended before it was. */
export async function startMember(options: MemberOptions): Promise<Member> {
  const { kind, bundles, crashAt } = options;
  const port = options.port ?? (await findFreePort());
  const log = openSync(path.join(bundles.folder, `${kind}.log`), 'a');
  const preload = crashAt == null ? [] : ['--import', crashAtFile];
  const child = spawn(process.execPath, [...preload, bundles.fileOf(kind)], {
    stdio: ['ignore', log, log],
    env: {
      ...common,
      PATH: process.env.PATH,
      DATABASE_URL: options.databaseUrl,
      DATABASE_POOL_SIZE: '10',
      API_PORT: String(port),
      WORKER_PORT: String(port),
      MEDIA_DIR: path.join(bundles.folder, 'media'),
      STRIPE_API_BASE: options.stripeBase ?? 'http://127.0.0.1:9',
      SMTP_URL: options.smtpUrl ?? 'smtp://127.0.0.1:9',
      ...(crashAt == null ? {} : { CRASH_AT: crashAt }),
    },
  });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const ended = once(child, 'exit').then(([, signal]) => {
    process.off('exit', stop);
    return signal as NodeJS.Signals | null;
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntilReady(url, child);
  return {
    url,
    ended,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  while (isAlive()) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(50);
  }
}
