import { randomUUID } from 'node:crypto';
import { dropDatabase, ensureDatabase, migrateDatabase } from '@turing/db/migrate';
import type { TestProject } from 'vitest/node';
import { openThrowawayServer } from './throwaway-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/**
 * Starts PostgreSQL for the integration tests, or uses the server of TEST_DATABASE_URL, and makes one migrated database
 * that every test file clones.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openThrowawayServer();
  const template = new URL(server.url);
  template.pathname = `/turing_test_template_${randomUUID().replaceAll('-', '')}`;
  await ensureDatabase(template.href);
  await migrateDatabase({ connectionString: template.href });
  project.provide('templateUrl', template.href);
  return async () => {
    await dropDatabase(template.href);
    await server.stop();
  };
}
