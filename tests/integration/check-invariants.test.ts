import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkInvariants, findViolationsOf, type Finding, invariants } from '@turing/db/invariants';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditBreakers } from '../support/breaking/credit.ts';
import { moneyBreakers } from '../support/breaking/money.ts';
import { orderBreakers } from '../support/breaking/orders.ts';
import { stockBreakers } from '../support/breaking/stock.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

const root = path.join(import.meta.dirname, '../..');
const breakers = { ...stockBreakers, ...moneyBreakers, ...orderBreakers, ...creditBreakers };
let shop: Shop;
let url: string;

beforeAll(async () => {
  shop = await openShop();
  url = shop.db.pool.options.connectionString!;
  await shop.factories.createShippingMethod();
  const { variant } = await shop.factories.createProduct({ variants: [{ stock: 20 }] });
  const promotion = await shop.factories.createPromotion();
  await order(shop, { variantId: variant.id, quantity: 2, code: promotion.code });
  const paid = await shop.factories.createOrder({ lines: [{ variantId: variant.id, quantity: 3 }] });
  const staff = shop.as({
    staff: { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' },
  });
  await staff.orders.staff.ship({
    id: paid.id,
    version: 1,
    carrier: 'UPS',
    trackingNumber: null,
    lines: [{ orderLineId: paid.lineIds[0]!, quantity: 1 }],
    idempotencyKey: key(),
  });
});
afterAll(() => shop.close());

const numbersInSql = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16];

test('each number that SQL can speak of is asked about, and each promise can be broken', () => {
  expect([...new Set(invariants.flatMap(({ number }) => number ?? []))]).toEqual(numbersInSql);
  expect(Object.keys(breakers).toSorted()).toEqual(invariants.map(({ promise }) => promise).toSorted());
});

test.each(invariants)('$number: $promise: holds, and is seen to be broken', async (invariant) => {
  const client = await shop.db.pool.connect();
  try {
    await client.query('begin');
    const before = await findViolationsOf(client, invariant, { samples: 3 });
    expect(before).toMatchObject({ violations: 0, samples: [] });
    await client.query('set local session_replication_role = replica');
    await client.query(breakers[invariant.promise]!);
    const after = await findViolationsOf(client, invariant, { samples: 1 });
    expect(after.violations).toBeGreaterThan(0);
    expect(after.samples).toHaveLength(1);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('all are of one moment, and nothing can be written meanwhile', async () => {
  const client = await shop.db.pool.connect();
  const asked: string[] = [];
  const query = client.query.bind(client);
  const spy = Object.assign(Object.create(client) as typeof client, {
    query: (text: string, values?: unknown[]) => {
      asked.push(text);
      return query(text, values);
    },
  });
  try {
    await checkInvariants(spy, { samples: 1, timeoutMs: 5000 });
  } finally {
    client.release();
  }
  expect(asked[0]).toBe('begin transaction isolation level repeatable read, read only');
  expect(asked.at(-1)).toBe('rollback');
  expect(asked.filter((text) => /^(?:commit|begin|rollback)/u.test(text))).toHaveLength(2);
});

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function runCommand(...more: string[]): Promise<Answer> {
  const argv = ['scripts/check-invariants.mjs', '--url', url, ...more];
  const done = promisify(execFile)(process.execPath, ['--import', 'tsx', ...argv], { cwd: root });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failure: unknown) => failure as Answer,
  );
}

test('the command says what holds and what does not', { timeout: 60_000 }, async () => {
  const well = await runCommand();
  expect(well).toMatchObject({ code: 0, stderr: '' });
  expect(well.stdout).toContain(`All ${invariants.length} hold.`);
  await shop.db.pool.query('update order_promotion set counted = false');
  const broken = await runCommand('--json', '--samples', '1');
  await shop.db.pool.query('update order_promotion set counted = true');
  expect(broken.code).toBe(1);
  const { holds, findings } = JSON.parse(broken.stdout) as { holds: boolean; findings: Finding[] };
  expect(holds).toBe(false);
  expect(findings.filter(({ violations }) => violations > 0)).toMatchObject([
    { number: 14, violations: 1, samples: [expect.stringMatching(/^[\da-f-]{36}$/u)] },
  ]);
  expect(await runCommand('--samples', 'many')).toMatchObject({
    code: 2,
    stderr: '--samples takes a whole number, not "many".\n',
  });
});
