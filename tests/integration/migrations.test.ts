import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDatabase } from '@turing/db/migrate';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const ownMigrations = path.join(import.meta.dirname, '../../packages/db/prisma/migrations');

let database: TestDatabase;
let client: Client;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(path.join(tmpdir(), 'turing-migrations-'));
  cpSync(ownMigrations, folder, { recursive: true });
});

afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function migrate(): Promise<string[]> {
  return migrateDatabase({ connectionString: database.url, directory: folder });
}

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

async function hasTable(name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    name,
  ]);
  return rows[0]!.found;
}

describe('migrateDatabase', () => {
  it('finds nothing to do in a migrated database', async () => {
    expect(await migrate()).toEqual([]);
  });

  it('makes the tables of the job queue', async () => {
    expect(await hasTable('graphile_worker.migrations')).toBe(true);
  });

  it('applies a new migration once when several callers race', async () => {
    addMigration('99990101000000_race', 'CREATE TABLE race_probe (id int PRIMARY KEY);');
    const applied = await Promise.all([migrate(), migrate(), migrate()]);
    expect(applied.flat()).toEqual(['99990101000000_race']);
  });

  it('leaves nothing behind when a migration fails, and applies it once it is mended', async () => {
    addMigration('99990102000000_broken', 'CREATE TABLE half_done (id int); SELECT 1 / 0;');
    await expect(migrate()).rejects.toThrow('Migration 99990102000000_broken failed: division by zero');
    expect(await hasTable('half_done')).toBe(false);

    addMigration('99990102000000_broken', 'CREATE TABLE half_done (id int);');
    expect(await migrate()).toEqual(['99990102000000_broken']);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    addMigration('99990102000000_broken', 'CREATE TABLE half_done (id bigint);');
    await expect(migrate()).rejects.toThrow('was edited after');
  });
});
