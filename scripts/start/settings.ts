import path from 'node:path';
import { StepFailure } from './failure.mjs';

export type Environment = Record<string, string | undefined>;

/** Everything that listens, with its default port and the variable that changes it. */
export const PORTS = {
  storefront: { variable: 'STOREFRONT_PORT', fallback: 3000 },
  console: { variable: 'ADMIN_PORT', fallback: 3001 },
  api: { variable: 'API_PORT', fallback: 4000 },
  worker: { variable: 'WORKER_PORT', fallback: 4001 },
  emulator: { variable: 'STRIPE_EMULATOR_PORT', fallback: 4010 },
  mailbox: { variable: 'MAILBOX_PORT', fallback: 4020 },
  smtp: { variable: 'MAILBOX_SMTP_PORT', fallback: 4025 },
  postgres: { variable: 'POSTGRES_PORT', fallback: 54_329 },
} as const;

export type PortName = keyof typeof PORTS;

export interface Settings {
  root: string;
  dataDir: string;
  isDevelopment: boolean;
  ports: Record<PortName, number>;
  storefrontUrl: string;
  adminUrl: string;
  apiUrl: string;
  mediaDir: string;
  /** The person's own server; undefined starts an embedded one. */
  databaseUrl: string | undefined;
  /** The person's own mail server; undefined starts a mailbox. */
  smtpUrl: string | undefined;
  /** Real Stripe keys; undefined starts the emulator. */
  stripe: { secretKey: string; webhookSecret: string } | undefined;
  environment: Environment;
}

/** @throws StepFailure on a value that cannot be meant */
export function readSettings(root: string, environment: Environment, isDevelopment: boolean): Settings {
  const ports = Object.fromEntries(
    Object.entries(PORTS).map(([name, port]) => [name, readPort(environment, port)]),
  ) as Record<PortName, number>;
  const dataDir = path.resolve(root, present(environment, 'DATA_DIR') ?? '.data');
  return {
    root,
    dataDir,
    isDevelopment,
    ports,
    storefrontUrl: present(environment, 'STOREFRONT_URL') ?? `http://localhost:${ports.storefront}`,
    adminUrl: present(environment, 'ADMIN_URL') ?? `http://localhost:${ports.console}`,
    apiUrl: present(environment, 'API_URL') ?? `http://localhost:${ports.api}`,
    mediaDir: path.resolve(root, present(environment, 'MEDIA_DIR') ?? path.join(dataDir, 'media')),
    databaseUrl: present(environment, 'DATABASE_URL'),
    smtpUrl: present(environment, 'SMTP_URL'),
    stripe: readStripe(environment),
    environment,
  };
}

/** The person's database, or the embedded one. */
export function databaseUrlOf({ databaseUrl, ports }: Settings): string {
  return databaseUrl ?? `postgresql://postgres@127.0.0.1:${ports.postgres}/shop`;
}

/** The ports that this start will listen on. */
export function portsInUse(settings: Settings): PortName[] {
  const isStarted: Partial<Record<PortName, boolean>> = {
    emulator: settings.stripe === undefined,
    mailbox: settings.smtpUrl === undefined,
    smtp: settings.smtpUrl === undefined,
    postgres: settings.databaseUrl === undefined,
  };
  return (Object.keys(PORTS) as PortName[]).filter((name) => isStarted[name] ?? true);
}

function readPort(environment: Environment, port: { variable: string; fallback: number }): number {
  const given = present(environment, port.variable);
  if (given === undefined) return port.fallback;
  const value = Number(given);
  if (Number.isSafeInteger(value) && value > 0 && value < 65_536) return value;
  throw new StepFailure(`${port.variable} is "${given}", which is not a port.`, {
    remedy: `Set ${port.variable} to a number from 1 to 65535, or leave it out for ${port.fallback}.`,
  });
}

function readStripe(environment: Environment): Settings['stripe'] {
  const secretKey = present(environment, 'STRIPE_SECRET_KEY');
  const webhookSecret = present(environment, 'STRIPE_WEBHOOK_SECRET');
  if (secretKey === undefined && webhookSecret === undefined) return undefined;
  if (secretKey !== undefined && webhookSecret !== undefined) return { secretKey, webhookSecret };
  throw new StepFailure('Only one of STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET is set.', {
    remedy: 'Set both to use Stripe, or neither to use the emulator.',
  });
}

function present(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}
