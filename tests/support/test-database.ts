import { randomUUID } from 'node:crypto';
import { dropDatabase } from '@turing/db/migrate';
import { Client } from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** Connection string of a database of its own, migrated and empty. */
  url: string;
  drop: () => Promise<void>;
}

/** Clones the migrated template: call it once per test file, in `beforeAll`, and drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(inject('templateUrl'));
  const template = url.pathname.slice(1);
  const name = `turing_test_${randomUUID().replaceAll('-', '')}`;
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(url.href) };
}
