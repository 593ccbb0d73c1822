import { migrateDatabase } from '@turing/db/migrate';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openThrowawayServer } from './throwaway-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServerUrl: string;
    templateDatabase: string;
  }
}

/**
 * Starts PostgreSQL for the integration tests, or uses the server of TEST_DATABASE_URL, and makes one migrated database
 * that every test file clones.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openThrowawayServer();
  const template = `turing_test_template_${process.pid}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await migrateDatabase({ connectionString: databaseUrl(server.url, template) });
  await admin.end();
  project.provide('testServerUrl', server.url);
  project.provide('templateDatabase', template);
  return async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
