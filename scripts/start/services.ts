import path from 'node:path';
import type { ChildOptions } from './children.ts';
import type { ReadinessOptions } from './readiness.ts';
import type { Secrets } from './secrets.ts';
import type { Environment, Settings } from './settings.ts';

const EMULATED_STRIPE_KEY = 'sk_test_turing_commerce_local';
const READY_MS = 60_000;
// A development server compiles when it is first asked.
const READY_IN_DEVELOPMENT_MS = 180_000;

export interface Service extends ChildOptions {
  title: string;
  ready: ReadinessOptions;
}

/** What every process of the shop reads; the person's own variables pass through. */
export function shopEnvironment(settings: Settings, secrets: Secrets, databaseUrl: string): Environment {
  const { environment, ports, stripe } = settings;
  const emulator = `http://127.0.0.1:${ports.emulator}`;
  return {
    ...environment,
    NEW_RELIC_ENABLED: environment.NEW_RELIC_ENABLED || String(hasAgent(settings)),
    NODE_ENV: settings.isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    API_PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    API_URL: settings.apiUrl,
    STOREFRONT_URL: settings.storefrontUrl,
    ADMIN_URL: settings.adminUrl,
    AUTH_SECRET: environment.AUTH_SECRET || secrets.authSecret,
    // The sign-ins that are printed work with a password alone; a deployed shop asks for more.
    STAFF_TWO_FACTOR: environment.STAFF_TWO_FACTOR || 'optional',
    MEDIA_DIR: settings.mediaDir,
    // Browsers reach the API through the Next apps, which say whose request it is.
    TRUST_PROXY: environment.TRUST_PROXY || '1',
    SMTP_URL: settings.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    STRIPE_SECRET_KEY: stripe?.secretKey ?? EMULATED_STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: stripe?.webhookSecret ?? secrets.webhookSecret,
    ...(stripe === undefined ? { STRIPE_API_BASE: emulator } : {}),
  };
}

/** The processes of the shop in the order they may start: those of one row together. */
export function describeServices(settings: Settings, env: Environment): Service[][] {
  const back = [describeApi(settings, env), describeWorker(settings, env)];
  if (settings.smtpUrl === undefined) back.unshift(describeMailbox(settings, env));
  if (settings.stripe === undefined) back.unshift(describeEmulator(settings, env));
  return [back, [describeWeb('admin', settings, env), describeWeb('storefront', settings, env)]];
}

function describeEmulator(settings: Settings, env: Environment): Service {
  const { root, ports } = settings;
  const url = `http://127.0.0.1:${ports.emulator}`;
  return {
    name: 'stripe-emulator',
    title: 'Start the Stripe emulator',
    args: [path.join(root, 'packages/stripe-emulator/src/main.ts')],
    cwd: root,
    env: {
      ...env,
      NODE_ENV: 'development',
      STRIPE_EMULATOR_PORT: String(ports.emulator),
      STRIPE_EMULATOR_URL: `http://localhost:${ports.emulator}`,
      STRIPE_WEBHOOK_URL: `http://127.0.0.1:${ports.api}/webhooks/stripe`,
    },
    ready: { url: `${url}/_emulator/health`, timeoutMs: READY_MS },
  };
}

function describeMailbox(settings: Settings, env: Environment): Service {
  const { root, dataDir, ports } = settings;
  const program = path.join(root, 'node_modules/maildev/dist/bin/maildev.js');
  const args = [program, '--silent', '--ip', '127.0.0.1'];
  args.push('--smtp', String(ports.smtp), '--web', String(ports.mailbox), '--web-ip', '127.0.0.1');
  args.push('--mail-directory', path.join(dataDir, 'mail'), '--max-emails', '2000');
  return {
    name: 'mailbox',
    title: 'Start the mailbox',
    args,
    cwd: root,
    env,
    ready: { url: `http://127.0.0.1:${ports.mailbox}/api/healthz`, timeoutMs: READY_MS },
  };
}

function describeApi(settings: Settings, env: Environment): Service {
  return {
    name: 'api',
    title: 'Start the API',
    args: programArguments('api', settings),
    cwd: settings.root,
    env,
    ready: { url: `http://127.0.0.1:${settings.ports.api}/readyz`, timeoutMs: READY_MS },
  };
}

function describeWorker(settings: Settings, env: Environment): Service {
  return {
    name: 'worker',
    title: 'Start the worker',
    args: programArguments('worker', settings),
    cwd: settings.root,
    env,
    ready: { url: `http://127.0.0.1:${settings.ports.worker}/readyz`, timeoutMs: READY_MS },
  };
}

function programArguments(app: 'api' | 'worker', settings: Settings): string[] {
  const folder = path.join(settings.root, 'apps', app);
  if (settings.isDevelopment) return ['--import', 'tsx', '--watch', path.join(folder, 'src/main.ts')];
  const agent = hasAgent(settings) ? ['--require', 'newrelic'] : [];
  return [...agent, path.join(folder, 'dist/main.mjs')];
}

function hasAgent({ environment }: Settings): boolean {
  return Boolean(environment.NEW_RELIC_LICENSE_KEY);
}

function describeWeb(app: 'admin' | 'storefront', settings: Settings, env: Environment): Service {
  const port = String(app === 'admin' ? settings.ports.console : settings.ports.storefront);
  const host = settings.environment.BIND_HOST || '127.0.0.1';
  const folder = path.join(settings.root, 'apps', app);
  const standalone = path.join(folder, '.next/standalone/apps', app);
  const next = path.join(settings.root, 'node_modules/next/dist/bin/next');
  return {
    name: app,
    title: app === 'admin' ? 'Start the console' : 'Start the storefront',
    args: settings.isDevelopment
      ? [next, 'dev', '--port', port, '--hostname', host]
      : [path.join(standalone, 'server.js')],
    cwd: settings.isDevelopment ? folder : standalone,
    env: { ...env, PORT: port, HOSTNAME: host },
    ready: {
      url: `http://127.0.0.1:${port}/healthz`,
      timeoutMs: settings.isDevelopment ? READY_IN_DEVELOPMENT_MS : READY_MS,
    },
  };
}
