import { createDatabase, type Database, defineStatement } from '@turing/db';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let db: Database;
let operator: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase({ url: database.url, applicationName: 'victim' });
  operator = new Client({ connectionString: database.url });
  await operator.connect();
});
afterAll(async () => {
  await operator.end();
  await db.close();
  await database.drop();
});

/** Ends the connection that is asleep, as a restart of the server would. */
async function cutOff(): Promise<void> {
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'victim' and query like '%pg_sleep%' and state = 'active'`;
  await expect.poll(async () => (await operator.query(cut)).rowCount).toBeGreaterThan(0);
}

// An error nobody listens to would end the process; Vitest fails the run for it.
test('a connection lost in the middle of a transaction fails that transaction alone', async () => {
  const transaction = db.transaction((tx) =>
    tx.selectNoFrom((build) => build.fn('pg_sleep', [build.val(30)]).as('slept')).execute(),
  );
  await Promise.all([expect(transaction).rejects.toThrow('terminat'), cutOff()]);
  const again = await db.transaction((tx) =>
    tx.selectNoFrom((build) => build.val('well').as('is')).execute(),
  );
  expect(again).toEqual([{ is: 'well' }]);
});

/** The square root of the value; one below 0 has none. */
const root = defineStatement<{ value: number }, { root: number }>('test_root', (build, param) =>
  build.selectNoFrom((it) =>
    it.fn<number>('sqrt', [it.cast<number>(it.val(param('value')), 'float8')]).as('root'),
  ),
);
const nap = defineStatement<{ seconds: number }, { slept: unknown }>('test_nap', (build, param) =>
  build.selectNoFrom((it) =>
    it.fn('pg_sleep', [it.cast<number>(it.val(param('seconds')), 'float8')]).as('slept'),
  ),
);

test('reads that share connections get their own answers, and one that fails fails alone', async () => {
  const values = Array.from({ length: 60 }, (_, index) => (index % 10) - 1);
  const answers = await Promise.allSettled(values.map((value) => db.run(root, { value })));
  for (const [index, value] of values.entries()) {
    const answer = answers[index];
    if (value < 0) expect(answer).toMatchObject({ status: 'rejected', reason: { code: '2201F' } });
    else expect(answer).toEqual({ status: 'fulfilled', value: [{ root: Math.sqrt(value) }] });
  }
  const { rows } = await operator.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where application_name = 'victim' and query like '%sqrt%'`,
  );
  expect(rows[0]?.count).toBeGreaterThan(1);
  expect(rows[0]?.count).toBeLessThanOrEqual(5);
});

test('a slow read holds up none that can go another way', async () => {
  const order: string[] = [];
  const slow = db.run(nap, { seconds: 1 }).then(() => order.push('slow'));
  const asleep = `select 1 from pg_stat_activity where application_name = 'victim' and wait_event = 'PgSleep'`;
  await expect.poll(async () => (await operator.query(asleep)).rowCount).toBe(1);
  await Promise.all(Array.from({ length: 8 }, () => db.run(root, { value: 1 })));
  order.push('quick');
  await slow;
  expect(order).toEqual(['quick', 'slow']);
});

test('reads lost with their connection fail, and those after them find another', async () => {
  const lost = db.run(nap, { seconds: 30 });
  await Promise.all([expect(lost).rejects.toThrow('terminat'), cutOff()]);
  expect(await db.run(root, { value: 9 })).toEqual([{ root: 3 }]);
});
