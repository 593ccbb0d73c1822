import type { Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { ProductWrites } from './product-writes.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Writes what was planned for many products, each table in one statement. */
export async function writeProducts(tx: Transaction, writes: ProductWrites): Promise<void> {
  await insert(tx, 'product', writes.insertProducts);
  await updateProducts(tx, writes.updateProducts);
  await remove(tx, 'product_category', writes.deleteCategories);
  await insert(tx, 'product_category', writes.insertCategories);
  await remove(tx, 'product_attribute', writes.deleteValues);
  await insert(tx, 'product_attribute', writes.insertValues);
  await remove(tx, 'product_property', writes.deleteProperties);
  await upsert(tx, 'product_property', {
    rows: writes.upsertProperties,
    key: ['product_id', 'attribute_id'],
  });
  await insert(tx, 'product_option', writes.insertOptions);
  await insert(tx, 'product_option_value', writes.insertOptionValues);
  await insert(tx, 'product_variant', writes.insertVariants);
  await updateVariants(tx, writes.updateVariants);
  await remove(tx, 'variant_option_value', writes.deleteVariantValues);
  await insert(tx, 'variant_option_value', writes.insertVariantValues);
  await remove(tx, 'variant_price', writes.deletePrices);
  await upsert(tx, 'variant_price', { rows: writes.upsertPrices, key: ['variant_id', 'currency'] });
}

async function insert(tx: Transaction, table: string, rows: Rows): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from ${recordset(table, rows)}`.execute(tx);
}

async function upsert(
  tx: Transaction,
  table: string,
  { rows, key }: { readonly rows: Rows; readonly key: readonly string[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changed = names.filter((name) => !key.includes(name));
  const sets = sql.join(changed.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from ${recordset(table, rows)}
    on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${sets}`.execute(tx);
}

/** Deletes the rows that have these values in all the columns given. */
async function remove(tx: Transaction, table: string, rows: Rows): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const same = Object.keys(first).map((name) => sql`t.${sql.ref(name)} = n.${sql.ref(name)}`);
  await sql`delete from ${sql.table(table)} t using ${recordset(table, rows)} n
    where ${sql.join(same, sql` and `)}`.execute(tx);
}

async function updateProducts(tx: Transaction, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update product p set name = n.name, summary = n.summary, description = n.description, brand = n.brand, status = n.status,
      featured = n.featured, seo_title = n.seo_title, seo_description = n.seo_description, tags = n.tags,
      published_at = n.published_at, unpublish_at = n.unpublish_at, primary_category_id = n.primary_category_id,
      updated_at = n.updated_at, version = p.version + 1
    from ${recordset('product', rows)} n where p.id = n.id`.execute(tx);
}

async function updateVariants(tx: Transaction, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update product_variant v set barcode = n.barcode, name = n.name, weight_grams = n.weight_grams, active = n.active,
      low_stock_threshold = n.low_stock_threshold
    from ${recordset('product_variant', rows)} n where v.id = n.id`.execute(tx);
}

function recordset(table: string, rows: Rows) {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
