import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { Client, escapeIdentifier } from 'pg';

// Prisma Migrate's own advisory lock: a `prisma migrate deploy` elsewhere waits for us, and we for it.
const PRISMA_LOCK = 72_707_369;
const CREATE_MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const DATABASE_DOES_NOT_EXIST = '3D000';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrateOptions {
  connectionString: string;
  /** Folder of Prisma migrations; the package's own by default. */
  directory?: string;
  /** Called with a sentence for each migration applied. */
  onProgress?: (line: string) => void;
}

/**
 * Brings a database up to date: the schema's migrations as `prisma migrate deploy` records them, then the job queue's.
 * Returns the names of the schema migrations applied now. A migration that fails leaves nothing behind.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<string[]> {
  const { connectionString, onProgress = () => {} } = options;
  const directory = options.directory ?? path.join(import.meta.dirname, '../prisma/migrations');
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '60s'`);
    await client.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})`);
    await client.query('RESET lock_timeout');
    const applied = await applyPending(client, await readMigrations(directory), onProgress);
    await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
    return applied;
  } finally {
    await client.end();
  }
}

/** Makes the database that the connection string names unless it is there; `beforeCreate` is told first. */
export async function ensureDatabase(connectionString: string, beforeCreate?: () => void): Promise<void> {
  try {
    await withClient(connectionString, () => Promise.resolve());
  } catch (error) {
    if ((error as { code?: string }).code !== DATABASE_DOES_NOT_EXIST) throw error;
    beforeCreate?.();
    const { server, database } = splitDatabase(connectionString);
    await withClient(server, (client) => client.query(`CREATE DATABASE ${database}`));
  }
}

/** Deletes a database and everything in it. */
export async function dropDatabase(connectionString: string): Promise<void> {
  const { server, database } = splitDatabase(connectionString);
  await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
}

function splitDatabase(connectionString: string): { server: string; database: string } {
  const url = new URL(connectionString);
  const database = escapeIdentifier(decodeURIComponent(url.pathname.slice(1)));
  url.pathname = '/postgres';
  return { server: url.href, database };
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function applyPending(
  client: Client,
  migrations: Migration[],
  onProgress: (line: string) => void,
): Promise<string[]> {
  await client.query(CREATE_MIGRATIONS_TABLE);
  const recorded = await readRecorded(client);
  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = recorded.get(migration.name);
    if (checksum === undefined) {
      await applyMigration(client, migration);
      applied.push(migration.name);
      onProgress(`applied ${migration.name}`);
    } else if (checksum !== migration.checksum) {
      throw new Error(`Migration ${migration.name} was edited after this database had applied it.`);
    }
  }
  return applied;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readRecorded(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished !== undefined) {
    throw new Error(
      `Migration ${unfinished.migration_name} failed earlier in this database; settle it with \`prisma migrate resolve\`.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function applyMigration(client: Client, migration: Migration): Promise<void> {
  // An index built concurrently cannot be in a transaction, so its record is written afterwards instead.
  const isTransactional = !/\bCONCURRENTLY\b/i.test(migration.sql);
  try {
    if (isTransactional) await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    if (isTransactional) await client.query('COMMIT');
  } catch (error) {
    if (isTransactional) await client.query('ROLLBACK').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${migration.name} failed: ${reason}`, { cause: error });
  }
}
