import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { seedShop } from '@turing/db/seed';
import { exportCsv, problemReport, runImport, sweepImports, templateCsv } from '@turing/routers';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, type Shop } from '../support/shop.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { openTransfers, type Transfers } from '../support/transfers.ts';

let shop: Shop;
let office: Transfers;

beforeAll(async () => {
  shop = await openShop();
  office = await openTransfers(shop);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

describe('runs', () => {
  let uploadId: string;
  beforeEach(async () => {
    uploadId = await office.upload('products', 'handle,name,categories,sku\nrunner,Runner,mugs,RUN-1\n');
  });
  const start = (more: { dryRun?: boolean; idempotencyKey?: string } = {}) =>
    office.transfers().start({
      kind: 'products',
      source: { uploadId },
      dryRun: true,
      idempotencyKey: key(),
      ...more,
    });

  test('take the permission of their kind', async () => {
    const refused = office.transfers(office.fulfilment).createUpload({
      kind: 'products',
      fileName: 'x.csv',
      bytes: 3,
      idempotencyKey: key(),
    });
    await expect(refused).rejects.toMatchObject({ message: 'FORBIDDEN' });
    await expect(
      office.transfers(office.fulfilment).start({
        kind: 'prices',
        source: { uploadId },
        dryRun: true,
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ message: 'FORBIDDEN' });
    await expect(
      office.transfers(office.fulfilment).start({
        kind: 'stock',
        source: { uploadId },
        dryRun: true,
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ message: 'UPLOAD_NOT_FOUND' });
    await expect(shop.as().products.staff.transfers.list({})).rejects.toMatchObject({
      message: 'UNAUTHENTICATED',
    });
  });

  test('start once per key; an upload is used once; a look is followed by the real run over the same file', async () => {
    const idempotencyKey = key();
    const [one, two] = await Promise.all([start({ idempotencyKey }), start({ idempotencyKey })]);
    expect(one.id).toBe(two.id);
    await expect(start()).rejects.toMatchObject({ message: 'UPLOAD_NOT_FOUND' });
    await office.run(one.id);
    const real = await office.transfers().start({
      kind: 'products',
      source: { importId: one.id },
      dryRun: false,
      idempotencyKey: key(),
    });
    await office.run(real.id);
    expect(await office.transfers().get({ id: real.id })).toMatchObject({
      createdCount: 1,
      dryRun: false,
      hasFile: true,
    });
    const other = office.transfers().start({
      kind: 'stock',
      source: { importId: one.id },
      dryRun: true,
      idempotencyKey: key(),
    });
    await expect(other).rejects.toMatchObject({ message: 'IMPORT_FILE_REFUSED' });
  });

  test('are cancelled until they have ended', async () => {
    const { id } = await start();
    expect(await office.transfers().cancel({ id, idempotencyKey: key() })).toMatchObject({
      status: 'cancelled',
    });
    expect(await office.run(id)).toBe('ended before');
    await expect(office.transfers().cancel({ id, idempotencyKey: key() })).rejects.toMatchObject({
      message: 'IMPORT_NOT_CANCELLABLE',
    });
    await expect(
      office.transfers().cancel({ id: crypto.randomUUID(), idempotencyKey: key() }),
    ).rejects.toMatchObject({ message: 'IMPORT_NOT_FOUND' });
  });

  test('go one at a time', async () => {
    const { id } = await start();
    let release = () => {};
    const opened = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = runImport(shop, {
      importId: id,
      open: async () => {
        await opened;
        return Readable.from([Buffer.from('handle,sku\n')]);
      },
    });
    await expect.poll(async () => (await office.transfers().get({ id })).status).toBe('running');
    expect(await office.run(id)).toBe('another is running');
    release();
    expect(await slow).toBe('finished');
  });

  test('are listed newest first, page by page, and so are their problems', async () => {
    const wrong = `handle,sku\n${Array.from({ length: 30 }, (_, n) => `p-${n},PP-${n}`).join('\n')}\n`;
    const { id, problemCount } = await office.take('products', wrong);
    expect(problemCount).toBe(60);
    const first = await office.transfers().problems({ id, limit: 45 });
    const rest = await office.transfers().problems({ id, limit: 45, cursor: first.nextCursor! });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([45, 15, null]);
    expect((await text(await problemReport(shop.db, id))).split('\r\n')[1]).toBe(
      '2,name,required,A new product needs one.,',
    );
    const page = await office.transfers().list({ limit: 1 });
    expect(page.items[0]).toMatchObject({ id, staffName: office.owner.name });
    expect((await office.transfers().list({ limit: 1, cursor: page.nextCursor! })).items[0]!.id).not.toBe(id);
    await expect(office.transfers().problems({ id, cursor: 'nonsense' })).rejects.toMatchObject({
      message: 'CURSOR_INVALID',
    });
  });

  test('let go of their files after a week', async () => {
    const { id } = await start();
    await office.run(id);
    expect(await sweepImports(shop)).toBe(0);
    shop.advance(8 * 24 * 60 * 60_000);
    expect(await sweepImports(shop)).toBeGreaterThan(0);
    shop.advance(-8 * 24 * 60 * 60_000);
    expect(await office.transfers().get({ id })).toMatchObject({ hasFile: false });
  });
});

describe('exports', () => {
  test.each(['products', 'prices', 'stock'] as const)('of %s come back as unchanged', async (kind) => {
    await shop.factories.createProduct({
      slug: `risky-${kind}`,
      name: '=1+1',
      summary: "'@x",
      brand: '-brand',
      variants: [{ sku: `RISK-${kind}` }],
    });
    const csv = await text(await exportCsv(shop.db, { kind }));
    if (kind === 'products') expect(csv).toContain(`risky-products,'=1+1,''@x,`);
    const done = await office.take(kind, csv);
    expect(done).toMatchObject({ createdCount: 0, updatedCount: 0, failedCount: 0, problems: [] });
    expect(done.unchangedCount).toBeGreaterThan(0);
  });

  test('hold what was asked for', async () => {
    const skusOf = async (filter: object) =>
      (await text(await exportCsv(shop.db, { kind: 'stock', ...filter })))
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]);
    expect(await skusOf({ status: 'archived' })).toEqual([]);
    expect(await skusOf({ category: office.category.slug })).not.toContain('RISK-stock');
    expect((await text(await templateCsv(shop.db, 'products'))).split('\r\n')[0]).toContain(
      'attribute:finish',
    );
  });
});

describe('the whole shop', () => {
  test('comes back unchanged, and an import that is killed goes on where it was', async () => {
    const database = await createTestDatabase();
    const mediaDir = await mkdtemp(path.join(tmpdir(), 'turing-transfers-'));
    const pool = new Pool({ connectionString: database.url, max: 2 });
    const one = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows[0] ?? {};
    try {
      await seedShop({ databaseUrl: database.url, mediaDir, now: new Date(), log: () => undefined });
      const out = path.join(mediaDir, 'products.csv');
      await command(database.url, ['export', '--kind', 'products', '--out', out]).ended;
      const same = await command(database.url, ['import', out, '--kind', 'products']).ended;
      expect(same.output).toContain('0 products created, 0 updated, 533 unchanged, 0 refused');
      const many = path.join(mediaDir, 'many.csv');
      await writeFile(many, multiply(await readFile(out, 'utf8'), 2));
      const killed = command(database.url, ['import', many, '--kind', 'products']);
      const place = `select resume_line as line from catalogue_import where file_name = 'many.csv'`;
      await expect
        .poll(async () => Number((await one(place))['line'] ?? 0), { timeout: 20_000, interval: 5 })
        .toBeGreaterThan(500);
      killed.kill();
      await killed.ended;
      expect(await one(`select status from catalogue_import where file_name = 'many.csv'`)).toEqual({
        status: 'running',
      });
      expect((await command(database.url, ['import', many, '--kind', 'products']).ended).code).toBe(0);
      expect(
        await one(
          `select count(*)::int as runs, sum(created_count)::int as created, sum(row_count)::int as rows from catalogue_import where file_name = 'many.csv'`,
        ),
      ).toEqual({ runs: 1, created: 2 * 533, rows: 2 * 2893 });
      expect(
        await one(
          `select count(*)::int as audited, count(distinct entity_id)::int as products from audit_entry where action = 'products.import' and entity_type = 'product'`,
        ),
      ).toEqual({ audited: 2 * 533, products: 2 * 533 });
      expect(
        await one(
          `select count(*)::int as products, max(version) as version from product where slug like '%-copy-%'`,
        ),
      ).toEqual({ products: 2 * 533, version: 1 });
    } finally {
      await pool.end();
      await database.drop();
      await rm(mediaDir, { recursive: true });
    }
  }, 120_000);
});

function command(databaseUrl: string, [name, ...args]: string[]) {
  const script = path.join(import.meta.dirname, `../../scripts/catalogue-${name}.mjs`);
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** The products of a file, so many times over under other names. */
function multiply(csv: string, times: number): string {
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  const copies = Array.from({ length: times }, (_, n) =>
    rows.map((row) => ({
      ...row,
      handle: `${row['handle']}-copy-${n}`,
      sku: `${row['sku']}-COPY${n}`,
      barcode: '',
    })),
  );
  return stringify(copies.flat(), { header: true });
}
