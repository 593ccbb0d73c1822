import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface ProductProperty {
  readonly attributeId: string;
  readonly number: number | null;
  readonly text: string | null;
}

/** What a product is filed under and described by. The categories include the primary one. */
export interface ProductLinks {
  readonly categoryIds: readonly string[];
  readonly attributeValueIds: readonly string[];
  readonly properties: readonly ProductProperty[];
}

export async function loadLinks(tx: Transaction, productId: string): Promise<ProductLinks> {
  const { rows } = await sql<ProductLinks>`
    select
      array(select category_id::text from product_category where product_id = ${productId}::uuid order by 1) as "categoryIds",
      array(select attribute_value_id::text from product_attribute where product_id = ${productId}::uuid order by 1) as "attributeValueIds",
      (select coalesce(json_agg(json_build_object('attributeId', attribute_id, 'number', number, 'text', text)
                                order by attribute_id), '[]')
       from product_property where product_id = ${productId}::uuid) as properties`.execute(tx);
  return rows[0] ?? { categoryIds: [], attributeValueIds: [], properties: [] };
}

export async function replaceCategories(
  tx: Transaction,
  productId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from product_category
    where product_id = ${productId}::uuid and category_id <> all (${ids}::uuid[])`.execute(tx);
  await sql`
    insert into product_category (product_id, category_id)
    select ${productId}::uuid, id from unnest(${ids}::uuid[]) as id on conflict do nothing`.execute(tx);
}

/** Gives each product the category as its primary one; it stays in the others. */
export async function addCategory(
  tx: Transaction,
  productIds: readonly string[],
  categoryId: string,
): Promise<void> {
  await sql`
    insert into product_category (product_id, category_id)
    select id, ${categoryId}::uuid from unnest(${productIds}::uuid[]) as id on conflict do nothing`.execute(
    tx,
  );
}

export async function replaceAttributeValues(
  tx: Transaction,
  productId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from product_attribute
    where product_id = ${productId}::uuid and attribute_value_id <> all (${ids}::uuid[])`.execute(tx);
  await sql`
    insert into product_attribute (product_id, attribute_value_id)
    select ${productId}::uuid, id from unnest(${ids}::uuid[]) as id on conflict do nothing`.execute(tx);
}

/** @throws INPUT_INVALID for a boolean attribute that is both yes and no */
export async function assertAttributeValues(tx: Transaction, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ attributeId: string }>`
    select a.id as "attributeId" from attribute_value av join attribute a on a.id = av.attribute_id
    where av.id = any (${ids}::uuid[]) and a.kind = 'boolean' group by a.id having count(*) > 1`.execute(tx);
  if (rows[0] !== undefined) throw new ShopError('INPUT_INVALID', { attributeId: rows[0].attributeId });
}

/** @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID for a text where the attribute is a number, or the other way round */
export async function assertProperties(
  tx: Transaction,
  properties: readonly ProductProperty[],
): Promise<void> {
  const { rows } = await sql<{ attributeId: string; found: boolean }>`
    select wanted.id as "attributeId", a.id is not null as found
    from unnest(${properties.map(({ attributeId }) => attributeId)}::uuid[],
                ${properties.map(({ number }) => (number === null ? 'text' : 'number'))}::text[]) as wanted (id, kind)
    left join attribute a on a.id = wanted.id where a.id is null or a.kind::text <> wanted.kind limit 1`.execute(
    tx,
  );
  const [wrong] = rows;
  if (wrong === undefined) return;
  throw new ShopError(wrong.found ? 'INPUT_INVALID' : 'ATTRIBUTE_NOT_FOUND', {
    attributeId: wrong.attributeId,
  });
}

export async function replaceProperties(
  tx: Transaction,
  productId: string,
  properties: readonly ProductProperty[],
): Promise<void> {
  await tx.deleteFrom('product_property').where('product_id', '=', productId).execute();
  await sql`
    insert into product_property (product_id, attribute_id, number, text)
    select ${productId}::uuid, wanted.* from unnest(
      ${properties.map(({ attributeId }) => attributeId)}::uuid[],
      ${properties.map(({ number }) => number)}::float8[],
      ${properties.map(({ text }) => text)}::text[]) as wanted`.execute(tx);
}
