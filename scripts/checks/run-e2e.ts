import { spawn } from 'node:child_process';
import path from 'node:path';
import { dropDatabase } from '@turing/db/migrate';
import { ensureBrowser, type Browser } from '../../tests/support/browser.ts';
import { explainFailure } from '../start/failure.mjs';
import { PidFile } from '../start/pid-file.mjs';
import { findFreePorts } from '../start/ports.ts';
import { printFailure, Progress } from '../start/progress.mjs';
import { recoverLastRun } from '../start/recover.mjs';
import { databaseUrlOf, PORTS, readSettings, type Environment, type Settings } from '../start/settings.ts';
import { Stack } from '../start/stack.ts';
import { waitForStop } from '../start/stop-signal.ts';

// A person's own database, mail server or Stripe account has no place in a test.
const OWN_SERVICES = /^(DATABASE_URL|SMTP_URL|STRIPE_.*|(STOREFRONT|ADMIN|API)_URL|MEDIA_DIR|NEW_RELIC_.*)$/;

/**
 * `npm run test:e2e`: runs the production shop on free ports with data of its own, then Playwright against it. Further
 * arguments go to Playwright; with `--running` first, it tests the shop that `npm start` runs.
 */
export async function main(argv: string[]): Promise<number> {
  const progress = new Progress();
  const browser = await progress.step('Find a browser', (say) => ensureBrowser(say));
  if (argv[0] === '--running') {
    return runPlaywright(argv.slice(1), browser, readSettings(process.cwd(), process.env, false));
  }
  const settings = await makeSettings();
  const pidFile = new PidFile(settings.dataDir);
  await recoverLastRun(pidFile);
  pidFile.claim();
  const stack = new Stack(settings, progress, pidFile);
  process.once('exit', () => stack.kill());
  const code = await Promise.race([
    waitForStop().then(() => 1),
    testShop(stack, () => runPlaywright(argv, browser, settings)),
  ]).catch((error: unknown) => {
    printFailure(explainFailure(error));
    return 1;
  });
  pidFile.markStopping();
  await progress.step('Stop everything', () => stack.stop());
  if (settings.databaseUrl !== undefined) await dropDatabase(settings.databaseUrl);
  pidFile.release();
  return code;
}

async function testShop(stack: Stack, test: () => Promise<number>): Promise<number> {
  const failed = new Promise<never>((_resolve, reject) => {
    stack.onFailure = reject;
  });
  await stack.reset();
  await Promise.race([stack.start(), failed]);
  return Promise.race([test(), failed]);
}

async function makeSettings(): Promise<Settings> {
  const kept = Object.entries(process.env).filter(([name]) => !OWN_SERVICES.test(name));
  const ports = await findFreePorts(Object.keys(PORTS).length);
  const environment: Environment = {
    ...Object.fromEntries(kept),
    DATA_DIR: path.resolve('.data/e2e'),
    // All the test's shoppers share one address.
    RATE_LIMIT_SCALE: '1000',
  };
  for (const [index, { variable }] of Object.values(PORTS).entries())
    environment[variable] = String(ports[index]);
  const server = process.env.TEST_DATABASE_URL;
  if (server !== undefined && server !== '') {
    const url = new URL(server);
    url.pathname = `/turing_e2e_${process.pid}`;
    environment.DATABASE_URL = url.href;
  }
  return readSettings(process.cwd(), environment, false);
}

function runPlaywright(argv: string[], browser: Browser, settings: Settings): Promise<number> {
  const { ports } = settings;
  const child = spawn(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts', ...argv],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...browser.env,
        CHROMIUM_PATH: browser.executablePath,
        STOREFRONT_URL: settings.storefrontUrl,
        ADMIN_URL: settings.adminUrl,
        API_URL: settings.apiUrl,
        MAILBOX_URL: `http://localhost:${ports.mailbox}`,
        STRIPE_EMULATOR_URL: `http://localhost:${ports.emulator}`,
        DATABASE_URL: databaseUrlOf(settings),
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
