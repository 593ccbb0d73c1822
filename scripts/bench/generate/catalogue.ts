import { createFactories, exampleAddress } from '@turing/db/testing';
import { Client } from 'pg';
import { addGoods, prepare, steps } from './catalogue-sql.ts';
import { writeTexts } from './product-texts.ts';
import { addOrders, addPlaces } from './shop-sql.ts';
import { colours, materials, nouns, sizes } from './words.ts';

export const benchStaff = { email: 'bench@turing.example', password: 'a-long-password-for-the-bench' };

const batch = 1000;
const colourNames = colours.map(([name]) => name);
const valuesOf: Partial<Record<keyof typeof steps, unknown[]>> = {
  categories: [nouns],
  attributes: [colourNames, materials],
  options: [colourNames, colours.map(([, hex]) => hex), sizes],
  variants: [sizes],
};
/** Fills an empty, migrated database with `count` products, the same ones each time. */
export async function generateCatalogue(
  url: string,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    await client.query(prepare);
    const run = async (names: (keyof typeof steps)[]) => {
      for (const name of names) {
        say(name);
        await client.query(steps[name], valuesOf[name] ?? []);
      }
      await client.query('ANALYZE');
    };
    for (let from = 1; from <= count; from += batch) {
      const texts = writeTexts(from, Math.min(count, from + batch - 1));
      await client.query(addGoods, Object.values(texts));
    }
    await client.query(addPlaces);
    await run(['categories', 'attributes']);
    // What triggers derive row by row is derived at the end, all at once, by their own functions.
    await client.query('SET session_replication_role = replica');
    await run(['products', 'links', 'media', 'options', 'variants', 'prices', 'stock', 'reviews']);
    await client.query('SET session_replication_role = DEFAULT');
    await addShop(client);
    say('derive');
    await derive(url, count);
    await rank(client);
    await client.query('SELECT sum_variant_stock()');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function addShop(client: Client): Promise<void> {
  await client.query(addOrders, [JSON.stringify(exampleAddress())]);
  const factories = createFactories(client);
  await factories.createStaff(benchStaff);
  await factories.createShippingMethod({ code: 'standard' });
  await factories.createTaxRate({ ratePpm: 80_000 });
}

/** Price ranges, cards and search documents, on two connections. */
async function derive(url: string, count: number): Promise<void> {
  const starts = Array.from({ length: Math.ceil(count / batch) }, (_, index) => index * batch);
  await Promise.all([1, 2].map(work));

  async function work(): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('SET session_replication_role = replica');
      for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
        await client.query(
          `WITH part AS (SELECT array_agg(id) AS ids FROM (SELECT id FROM product ORDER BY id OFFSET $1 LIMIT $2) p)
           SELECT refresh_price_ranges(ids), refresh_product_cards(ids), search.refresh_products(ids) FROM part`,
          [start, batch],
        );
      }
    } finally {
      await client.end();
    }
  }
}

/** The vocabulary and the ranks that the worker counts at night. */
async function rank(client: Client): Promise<void> {
  await client.query('SELECT search.count_words()');
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { next: string | null }[] } = await client.query(
      'SELECT search.rank_documents($1, $2) AS next',
      [after, batch],
    );
    after = rows[0]?.next ?? null;
    if (after === null) return;
  }
}
