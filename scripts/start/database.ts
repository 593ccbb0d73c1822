import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { StepFailure } from './failure.mjs';

const DATABASE_DOES_NOT_EXIST = '3D000';

/** Makes the database that the connection string names unless it is there. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, () => Promise.resolve());
  } catch (error) {
    if ((error as { code?: string }).code !== DATABASE_DOES_NOT_EXIST) throw unreachable(url, error);
    await withClient(maintenanceUrl(url), (client) => client.query(`CREATE DATABASE ${databaseIn(url)}`));
  }
}

/** Deletes a database and everything in it. */
export async function dropDatabase(url: string): Promise<void> {
  await withClient(maintenanceUrl(url), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${databaseIn(url)} WITH (FORCE)`),
  );
}

/** A note on disk that seeding has begun and not ended, so that the next start does not take half a shop for a whole. */
export class SeedMark {
  readonly #file: string;

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'seed-unfinished');
  }

  isSet(): boolean {
    return existsSync(this.#file);
  }

  set(): void {
    writeFileSync(this.#file, '');
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function maintenanceUrl(url: string): string {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  return maintenance.href;
}

function databaseIn(url: string): string {
  return escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
}

function unreachable(url: string, error: unknown): StepFailure {
  const { host } = new URL(url);
  return new StepFailure(`The database at ${host} does not let us in: ${(error as Error).message}`, {
    remedy: 'Check DATABASE_URL and that the server runs, or leave DATABASE_URL out to use the embedded one.',
    cause: error,
  });
}
