import { exampleAddress } from '@turing/db/testing';
import { Client } from 'pg';
import { addOrderBatch, addOrderMarks, findSellable, numberOrders, prepareOrders } from './orders-sql.ts';

const batch = 100_000;
/** What is filled; their indexes are built anew at the end. */
const tables = ['order', 'order_line', 'payment', 'order_tag', 'order_risk', 'order_return'];

/**
 * Adds `count` orders of three years to a shop that has products, the same ones each time: of every state, country and
 * price, two lines each on average, with tags, risks and returns. What triggers would derive is written as it would be.
 */
export async function generateOrders(url: string, count: number, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query(prepareOrders);
    await client.query(findSellable);
    const indexes = await dropIndexes(client);
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<{ last: string | null }>('SELECT max(number) AS last FROM "order"');
    const last = Number(rows[0]?.last ?? 0);
    for (let from = 1; from <= count; from += batch) {
      const to = Math.min(count, from + batch - 1);
      await client.query(addOrderBatch, [from, to, count, last, JSON.stringify(exampleAddress())]);
      say(`${to} orders`);
    }
    for (const marks of addOrderMarks) await client.query(marks, [last]);
    await client.query(numberOrders);
    await client.query('SET session_replication_role = DEFAULT');
    say('indexes');
    for (const index of indexes) await client.query(index);
    for (const table of tables) await client.query(`VACUUM ANALYZE "${table}"`);
  } finally {
    await client.end();
  }
}

/** Drops what holds no promise and gives back how to make it again. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY ($1::regclass[]) AND NOT indisunique`,
    [tables.map((table) => `"${table}"`)],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
