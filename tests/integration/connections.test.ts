import { createDatabase, type Database } from '@turing/db';
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
