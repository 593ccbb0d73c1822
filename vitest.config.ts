import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    sequence: { shuffle: { files: true, tests: false } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/tools/**/*.test.ts',
            'packages/*/seed/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'infra/lib/**/*.test.ts',
            'scripts/**/*.test.{mjs,ts}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'scripts/**/*.spec.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
