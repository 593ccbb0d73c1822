import { Client } from 'pg';

export interface KnownProduct {
  readonly slug: string;
  readonly name: string;
  readonly sku: string;
  readonly minPriceMinor: number;
}

/** What the database of a size holds, asked with other words than the API's own. */
export interface World {
  readonly products: number;
  readonly publicCount: number;
  /** Spread evenly over all that are public. */
  readonly sample: readonly KnownProduct[];
  readonly categories: readonly { readonly slug: string; readonly count: number }[];
  readonly newestOrder: number;
  /** Variants that never sell out. */
  readonly variantIds: readonly string[];
  /** Where staff put what they make. */
  readonly categoryId: string;
  readonly locationId: string;
}

const sampleSize = 240;

export async function exploreWorld(databaseUrl: string, products: number): Promise<World> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const all = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  try {
    const sample = await all<KnownProduct>(
      `SELECT slug, name, sku, "minPriceMinor"::int FROM (
         SELECT p.slug, p.name, min(v.sku) AS sku, min(c.amount_minor) AS "minPriceMinor", row_number() OVER (ORDER BY md5(p.slug)) AS place
         FROM product p JOIN product_variant v ON v.product_id = p.id JOIN variant_price c ON c.variant_id = v.id AND c.currency = 'USD'
         WHERE p.status = 'active' GROUP BY p.id
       ) p WHERE place <= $1`,
      [sampleSize],
    );
    const [count] = await all<{ count: number }>(
      `SELECT count(*)::int AS count FROM product WHERE status = 'active'`,
    );
    const categories = await all<{ slug: string; count: number }>(
      `SELECT c.slug, count(DISTINCT p.id)::int AS count FROM category c
       JOIN category sub ON sub.path = c.path OR sub.path LIKE c.path || '/%'
       JOIN product_category pc ON pc.category_id = sub.id JOIN product p ON p.id = pc.product_id AND p.status = 'active'
       GROUP BY c.id ORDER BY md5(c.slug) LIMIT 12`,
    );
    const [order] = await all<{ number: number }>('SELECT max(number) AS number FROM "order"');
    const variants = await all<{ id: string }>(
      `SELECT variant_id AS id FROM stock_level s JOIN product_variant v ON v.id = s.variant_id JOIN product p ON p.id = v.product_id
       WHERE on_hand >= 1000000 AND p.status = 'active' ORDER BY md5(variant_id::text) LIMIT 200`,
    );
    const [place] = await all<{ categoryId: string; locationId: string }>(
      `SELECT (SELECT id FROM category ORDER BY path LIMIT 1) AS "categoryId", (SELECT id FROM stock_location WHERE code = 'bench-main') AS "locationId"`,
    );
    if (place === undefined) throw new Error('There is no place');
    return {
      ...place,
      products,
      publicCount: count?.count ?? 0,
      sample,
      categories,
      newestOrder: order?.number ?? 0,
      variantIds: variants.map(({ id }) => id),
    };
  } finally {
    await client.end();
  }
}
