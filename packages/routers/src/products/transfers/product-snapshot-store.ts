import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { KnownCodes } from './plan-variants.ts';
import type { ProductSnapshot } from './product-snapshot.ts';
import type { AttributeReference, References } from './references.ts';

/** Locks the products in id order and reads all of what a file may change of them, by handle. */
export async function lockProducts(
  tx: Transaction,
  handles: readonly string[],
): Promise<Map<string, ProductSnapshot>> {
  const { rows: locked } = await sql<{ id: string }>`
    select id from product where slug = any (${handles}::text[]) order by id for no key update`.execute(tx);
  if (locked.length === 0) return new Map();
  const { rows } = await sql<ProductSnapshot>`
    select p.id, p.slug, p.name, p.summary, p.description, p.brand, p.status, p.tags, p.featured,
      p.seo_title as "seoTitle", p.seo_description as "seoDescription",
      to_json(p.published_at) as "publishedAt", to_json(p.unpublish_at) as "unpublishAt",
      p.primary_category_id as "primaryCategoryId",
      array(select category_id from product_category where product_id = p.id) as "categoryIds",
      coalesce((select json_agg(json_build_object('attributeId', v.attribute_id, 'id', v.id))
        from product_attribute pa join attribute_value v on v.id = pa.attribute_value_id where pa.product_id = p.id), '[]') as "valueIds",
      coalesce((select json_agg(json_build_object('attributeId', attribute_id, 'number', number, 'text', text))
        from product_property where product_id = p.id), '[]') as properties,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'values', coalesce((
          select json_agg(json_build_object('id', v.id, 'value', v.value) order by v.position)
          from product_option_value v where v.option_id = o.id), '[]')) order by o.position)
        from product_option o where o.product_id = p.id), '[]') as options,
      coalesce((select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'name', v.name,
          'position', v.position, 'weightGrams', v.weight_grams, 'active', v.active, 'lowStockThreshold', v.low_stock_threshold,
          'valueIds', array(select option_value_id from variant_option_value where variant_id = v.id),
          'prices', coalesce((select json_agg(json_build_object('currency', currency, 'amountMinor', amount_minor, 'compareAtMinor', compare_at_minor))
            from variant_price where variant_id = v.id), '[]')) order by v.position)
        from product_variant v where v.product_id = p.id), '[]') as variants
    from product p where p.id = any (${locked.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Who has these SKUs and barcodes now. */
export async function findCodes(
  tx: Transaction,
  { skus, barcodes }: { readonly skus: readonly string[]; readonly barcodes: readonly string[] },
): Promise<KnownCodes> {
  const { rows } = await sql<{ id: string; productId: string; sku: string; barcode: string | null }>`
    select id, product_id as "productId", sku, barcode from product_variant where sku = any (${skus}::text[])
    union select id, product_id, sku, barcode from product_variant where barcode = any (${barcodes}::text[])`.execute(
    tx,
  );
  return {
    skus: new Map(rows.map(({ sku, productId }) => [sku, productId])),
    barcodes: new Map(rows.flatMap(({ barcode, id }) => (barcode === null ? [] : [[barcode, id]]))),
  };
}

/** Ids to give to new rows, in order. */
export async function reserveIds(tx: Transaction, count: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select uuid_v7() as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Categories and attributes as cells name them. */
export async function readReferences(db: Reader): Promise<References> {
  const categories = await db.selectFrom('category').select(['id', 'slug', 'path']).execute();
  const { rows } = await sql<
    Omit<AttributeReference, 'values'> & { values: { id: string; code: string; label: string }[] }
  >`
    select a.id, a.code, a.kind, coalesce((
      select json_agg(json_build_object('id', v.id, 'code', v.code, 'label', v.label) order by v.position desc)
      from attribute_value v where v.attribute_id = a.id), '[]') as values
    from attribute a order by a.position, a.code`.execute(db);
  return {
    categories: new Map([
      ...categories.map(({ slug, id }): [string, string] => [slug.toLowerCase(), id]),
      ...categories.map(({ path, id }): [string, string] => [path.toLowerCase(), id]),
    ]),
    attributes: new Map(
      rows.map(({ values, ...attribute }) => [
        attribute.code,
        {
          ...attribute,
          // A code wins over another value's label.
          values: new Map([
            ...values.map(({ label, id }): [string, string] => [label.toLowerCase(), id]),
            ...values.map(({ code, id }): [string, string] => [code.toLowerCase(), id]),
          ]),
        },
      ]),
    ),
  };
}
