import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const folder = path.join(import.meta.dirname, '../../docs/runbook');

const statements = globSync('*.md', { cwd: folder }).flatMap((page) =>
  [...readFileSync(path.join(folder, page), 'utf8').matchAll(/^ *```sql\n(?<sql>[\s\S]*?)^ *```/gmu)]
    .flatMap((block) => block.groups?.sql?.split(';') ?? [])
    .map((sql) => sql.replaceAll(/^\s*--.*$/gmu, '').trim())
    .filter((sql) => sql !== '')
    .map((sql) => ({ page, sql })),
);

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('there is something to run', () => {
  expect(statements.length).toBeGreaterThan(5);
});

test.each(statements)('PostgreSQL understands what $page tells people to run: $sql', async ({ sql }) => {
  await expect(client.query(sql)).resolves.toBeDefined();
});
