import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { prepareHome, startCluster } from '@turing/db/embedded-postgres';
import { dropDatabase, ensureDatabase, migrateDatabase } from '@turing/db/migrate';
import { Client } from 'pg';
import { generateCatalogue } from './generate/catalogue.ts';
import { generateOrders } from './generate/orders.ts';
import { findFreePort } from './free-port.ts';

export interface BenchSize {
  readonly products: number;
  /** Besides those that there always are. */
  readonly orders: number;
}

export interface BenchServer {
  /** Of the postmaster. */
  readonly pid: number;
  /** A database of this size, made unless the one there is what would be made. */
  readonly open: (size: BenchSize, say: (line: string) => void) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A quarter of the memory of the smallest server on which such a shop would run, as managed ones are set; the default is 128 MB. */
const settings = { shared_buffers: '1GB' };

/** An embedded PostgreSQL of the bench's own, whose databases are kept from run to run. */
export async function startDatabase(folder: string): Promise<BenchServer> {
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({
    home: prepareHome(path.join(folder, 'postgres')),
    port: await findFreePort(),
    logFile: path.join(folder, 'postgres.log'),
    settings,
  });
  const { pid } = cluster.process;
  if (pid === undefined) throw new Error('PostgreSQL has no process');
  process.once('exit', () => cluster.process.kill('SIGINT'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return {
    pid,
    open: async (size, say) => {
      const name = size.orders === 0 ? `bench_${size.products}` : `bench_${size.products}_${size.orders}`;
      const url = cluster.urlOf(name);
      if (!(await isCurrent(url))) await make(url, size, say);
      return url;
    },
    stop: cluster.stop,
  };
}

async function make(
  url: string,
  { products, orders }: BenchSize,
  say: (line: string) => void,
): Promise<void> {
  say(`Make ${products} products`);
  const startedAt = performance.now();
  await dropDatabase(url);
  await ensureDatabase(url);
  await migrateDatabase({ connectionString: url });
  await generateCatalogue(url, products, () => undefined);
  if (orders > 0) await generateOrders(url, orders, say);
  await run(url, `COMMENT ON SCHEMA public IS '${fingerprint()}'`);
  say(`Made ${products} products in ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

async function isCurrent(url: string): Promise<boolean> {
  try {
    const rows = await run(url, `SELECT obj_description('public'::regnamespace) AS made`);
    return rows[0]?.made === fingerprint();
  } catch {
    return false;
  }
}

async function run(url: string, text: string): Promise<{ made?: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ made?: string }>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Of all that decides what the database holds. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [path.join(import.meta.dirname, 'generate'), 'packages/db/prisma/migrations']) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (/\.(?:ts|sql)$/u.test(file)) hash.update(file).update(readFileSync(path.join(folder, file)));
    }
  }
  return hash.digest('hex');
}
