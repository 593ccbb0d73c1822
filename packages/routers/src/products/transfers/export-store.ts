import type { Database } from '@turing/db';
import { sql } from 'kysely';
import type { ExportFilter } from './schemas.ts';
import type { ProductSnapshot } from './product-snapshot.ts';

const batchSize = 200;

/** Ids of the products an export holds, a page at a time, oldest first. */
export async function* productIds(db: Database, filter: ExportFilter): AsyncGenerator<readonly string[]> {
  const conditions = conditionsOf(filter);
  let after: string | null = null;
  for (;;) {
    const page: { rows: { id: string }[] } = await sql<{ id: string }>`
      select p.id from product p
      where ${after === null ? sql`true` : sql`p.id > ${after}::uuid`} and ${sql.join(conditions, sql` and `)}
      order by p.id limit ${batchSize}`.execute(db.reader);
    const ids = page.rows.map(({ id }) => id);
    if (ids.length > 0) yield ids;
    if (ids.length < batchSize) return;
    after = ids.at(-1) ?? null;
  }
}

function conditionsOf({ status, category, collection }: ExportFilter) {
  const conditions = [sql`true`];
  if (status !== undefined) conditions.push(sql`p.status = ${status}::product_status`);
  if (category !== undefined)
    conditions.push(sql`exists (select 1 from product_category pc join category own on own.id = pc.category_id
      join category above on above.slug = ${category} and starts_with(own.path || '/', above.path || '/')
      where pc.product_id = p.id)`);
  if (collection !== undefined)
    conditions.push(sql`exists (select 1 from collection_product cp join collection c on c.id = cp.collection_id
      where cp.product_id = p.id and c.slug = ${collection})`);
  return conditions;
}

/** A product as it is exported: names where the database has ids. */
export interface ExportedProduct extends Omit<
  ProductSnapshot,
  'categoryIds' | 'primaryCategoryId' | 'valueIds' | 'properties' | 'variants'
> {
  /** Primary first. */
  readonly categories: readonly string[];
  readonly values: readonly { readonly attribute: string; readonly code: string }[];
  readonly properties: readonly {
    readonly attribute: string;
    readonly number: number | null;
    readonly text: string | null;
  }[];
  readonly variants: readonly (Omit<ProductSnapshot['variants'][number], 'valueIds' | 'name' | 'position'> & {
    /** By option id. */
    readonly values: Readonly<Record<string, string>>;
  })[];
}

/** These products with all that a file says of them, in order of their ids. */
export async function readExportedProducts(db: Database, ids: readonly string[]): Promise<ExportedProduct[]> {
  const { rows } = await sql<ExportedProduct>`
    select p.id, p.slug, p.name, p.summary, p.description, p.brand, p.status, p.tags, p.featured,
      p.seo_title as "seoTitle", p.seo_description as "seoDescription",
      to_json(p.published_at) as "publishedAt", to_json(p.unpublish_at) as "unpublishAt",
      array(select c.path from category c where c.id = p.primary_category_id
        or c.id in (select category_id from product_category where product_id = p.id)
        order by c.id <> p.primary_category_id, c.path) as categories,
      coalesce((select json_agg(json_build_object('attribute', a.code, 'code', v.code) order by v.position, v.code)
        from product_attribute pa join attribute_value v on v.id = pa.attribute_value_id
        join attribute a on a.id = v.attribute_id where pa.product_id = p.id), '[]') as values,
      coalesce((select json_agg(json_build_object('attribute', a.code, 'number', pp.number, 'text', pp.text))
        from product_property pp join attribute a on a.id = pp.attribute_id where pp.product_id = p.id), '[]') as properties,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.position)
        from product_option o where o.product_id = p.id), '[]') as options,
      coalesce((select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode,
          'weightGrams', v.weight_grams, 'active', v.active, 'lowStockThreshold', v.low_stock_threshold,
          'values', coalesce((select json_object_agg(ov.option_id, ov.value) from variant_option_value vov
            join product_option_value ov on ov.id = vov.option_value_id where vov.variant_id = v.id), '{}'),
          'prices', coalesce((select json_agg(json_build_object('currency', currency, 'amountMinor', amount_minor, 'compareAtMinor', compare_at_minor))
            from variant_price where variant_id = v.id), '[]')) order by v.position)
        from product_variant v where v.product_id = p.id), '[]') as variants
    from product p where p.id = any (${ids}::uuid[]) order by p.id`.execute(db.reader);
  return rows;
}

export interface ExportedPrice {
  readonly sku: string;
  readonly priceList: string | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly compareAtMinor: number | null;
}

/** Regular prices and those of price lists, the prices of a variant together. */
export async function readExportedPrices(db: Database, ids: readonly string[]): Promise<ExportedPrice[]> {
  const { rows } = await sql<ExportedPrice>`
    select v.sku, price.list as "priceList", price.currency, price.amount_minor as "amountMinor",
      price.compare_at_minor as "compareAtMinor"
    from product_variant v cross join lateral (
      select null::text as list, currency, amount_minor, compare_at_minor from variant_price where variant_id = v.id
      union all
      select l.name, lp.currency, lp.amount_minor, null from price_list_price lp join price_list l on l.id = lp.price_list_id
      where lp.variant_id = v.id
    ) price
    where v.product_id = any (${ids}::uuid[])
    order by v.product_id, v.position, price.list nulls first, price.currency`.execute(db.reader);
  return rows;
}

export interface ExportedStock {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
}

export async function readExportedStock(db: Database, ids: readonly string[]): Promise<ExportedStock[]> {
  const { rows } = await sql<ExportedStock>`
    select v.sku, l.code as location, s.on_hand as "onHand"
    from product_variant v join stock_level s on s.variant_id = v.id join stock_location l on l.id = s.location_id
    where v.product_id = any (${ids}::uuid[]) order by v.product_id, v.position, l.code`.execute(db.reader);
  return rows;
}
