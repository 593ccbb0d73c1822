import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareHome, removeHome, startCluster } from '@turing/db/embedded-postgres';
import { migrateDatabase } from '@turing/db/migrate';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    testServerUrl: string;
    templateDatabase: string;
  }
}

interface Server {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL for the integration tests, or uses the server of TEST_DATABASE_URL, and makes one migrated database
 * that every test file clones.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env.TEST_DATABASE_URL);
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

async function openServer(given: string | undefined): Promise<Server> {
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), 'turing-test-postgres-'));
  const home = prepareHome(path.join(folder, 'data'));
  const cluster = await startCluster({
    home,
    port: await freePort(),
    logFile: path.join(folder, 'postgres.log'),
    isThrowaway: true,
  });
  const stopAtExit = () => cluster.process.kill('SIGINT');
  process.once('exit', stopAtExit);
  return {
    url: cluster.urlOf('postgres'),
    stop: async () => {
      await cluster.stop();
      process.off('exit', stopAtExit);
      removeHome(path.join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    },
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
