import type { Transaction } from '@turing/db';
import { ShopError, type TaxCategory } from '@turing/domain';
import { sql } from 'kysely';

/** The columns of a product that staff edit. */
export interface ProductFields {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly brand: string;
  readonly status: 'draft' | 'active' | 'archived';
  readonly featured: boolean;
  readonly taxCategory: TaxCategory;
  readonly tags: readonly string[];
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly primaryCategoryId: string;
  readonly publishedAt: Date | null;
  readonly unpublishAt: Date | null;
}

export interface LockedProduct extends ProductFields {
  readonly id: string;
  readonly version: number;
}

const fieldColumns = {
  slug: 'slug',
  name: 'name',
  summary: 'summary',
  description: 'description',
  brand: 'brand',
  status: 'status',
  featured: 'featured',
  taxCategory: 'tax_category',
  tags: 'tags',
  seoTitle: 'seo_title',
  seoDescription: 'seo_description',
  primaryCategoryId: 'primary_category_id',
  publishedAt: 'published_at',
  unpublishAt: 'unpublish_at',
} as const satisfies Record<keyof ProductFields, string>;

export const fieldNames = Object.keys(fieldColumns) as (keyof ProductFields)[];

function columnsOf(fields: Partial<ProductFields>): Record<string, unknown> {
  return Object.fromEntries(
    fieldNames.flatMap((name) => (fields[name] === undefined ? [] : [[fieldColumns[name], fields[name]]])),
  );
}

/** Locks products in id order; those that are not there are left out. References to them are not held up. */
export async function lockProducts(tx: Transaction, ids: readonly string[]): Promise<LockedProduct[]> {
  const { rows } = await sql<LockedProduct>`
    select id, version, slug, name, summary, description, brand, status, featured, tags, tax_category as "taxCategory",
      seo_title as "seoTitle",
      seo_description as "seoDescription", primary_category_id as "primaryCategoryId",
      published_at as "publishedAt", unpublish_at as "unpublishAt"
    from product where id = any (${ids}::uuid[]) order by id for no key update`.execute(tx);
  return rows;
}

/** @throws PRODUCT_NOT_FOUND */
export async function lockProduct(tx: Transaction, id: string): Promise<LockedProduct> {
  const [product] = await lockProducts(tx, [id]);
  if (product === undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id });
  return product;
}

/** Writes the fields and the next version. */
export async function updateProductRow(
  tx: Transaction,
  product: Pick<LockedProduct, 'id' | 'version'>,
  fields: Partial<ProductFields>,
): Promise<void> {
  await tx
    .updateTable('product')
    .set({ ...columnsOf(fields), version: product.version + 1, updated_at: sql<Date>`now()` })
    .where('id', '=', product.id)
    .execute();
}

/** Status, tags, primary category and times of many products, and their next versions, in one statement. */
export async function updateProductRows(tx: Transaction, products: readonly LockedProduct[]): Promise<void> {
  const rows = products.map((product) => ({ id: product.id, ...columnsOf(product) }));
  await sql`
    update product p set status = n.status, tags = n.tags, primary_category_id = n.primary_category_id,
      published_at = n.published_at, unpublish_at = n.unpublish_at, version = p.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (
      id uuid, status product_status, tags text[], primary_category_id uuid,
      published_at timestamptz, unpublish_at timestamptz)
    where p.id = n.id`.execute(tx);
}

/** The new product's id; null when something else has the slug. */
export async function insertProduct(tx: Transaction, fields: ProductFields): Promise<string | null> {
  const row = await tx
    .insertInto('product')
    .values({
      slug: fields.slug,
      name: fields.name,
      summary: fields.summary,
      description: fields.description,
      brand: fields.brand,
      primary_category_id: fields.primaryCategoryId,
      ...columnsOf(fields),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which of the slugs are in use, or lead to a product that had them before. */
export async function findUsedSlugs(tx: Transaction, slugs: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from product where slug = any (${slugs}::text[])
    union select slug from slug_history where owner = 'product' and slug = any (${slugs}::text[])`.execute(
    tx,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Of these products, those without a variant on sale that has a price. */
export async function findUnsellable(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${ids}::uuid[]) as wanted (id)
    where not exists (select from product_variant v join variant_price price on price.variant_id = v.id
                      where v.product_id = wanted.id and v.active)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Deletes a product without variants, and what hangs on it alone. */
export async function deleteProductRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('product').where('id', '=', id).execute();
}
