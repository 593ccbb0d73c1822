import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const reports = path.join(import.meta.dirname, '../.data/reports');
const executablePath = process.env.CHROMIUM_PATH;

// `npm run test:e2e` starts the shop, finds a browser and passes both in by the environment.
export default defineConfig({
  testDir: './e2e',
  outputDir: path.join(reports, 'e2e'),
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: path.join(reports, 'e2e.json') }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.STOREFRONT_URL ?? 'http://localhost:3000',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
