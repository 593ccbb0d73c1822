import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, toCard } from '../card-store.ts';
import { isPublic } from '../public-store.ts';
import type { GetProductInput, ProductCard } from '../schemas.ts';

const most = 8;

const relatedBySlug = defineStatement<GetProductInput, CardRow>('products_related', (db, param) => ({
  compile: () =>
    sql<CardRow>`
    with mine as (
      select p.id, p.primary_category_id from product p where p.slug = ${param('slug')}::text
    ), picked as (
      select r.related_id as id, r.position from product_relation r join mine on mine.id = r.product_id
    ), near as (
      select p.id, row_number() over (order by p.primary_category_id <> mine.primary_category_id, p.sold_count desc, p.id) as place
      from mine
      join category own on own.id = mine.primary_category_id
      join category beside on beside.id = own.id or beside.parent_id = own.parent_id
      join product p on p.primary_category_id = beside.id and p.id <> mine.id
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where ${isPublic} and not exists (select from picked where picked.id = p.id)
      order by place limit ${sql.lit(most)}
    )
    select ${cardColumns} from (
      select ${cardSource}, chosen.rank, chosen.place
      from (select id, 0 as rank, position as place from picked union all select id, 1, place from near) chosen
      join product p on p.id = chosen.id
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where ${isPublic} order by chosen.rank, chosen.place limit ${sql.lit(most)}
    ) c order by c.rank, c.place`.compile(db),
}));

/**
 * Up to eight: those picked by hand, then the best sellers of the product's own category, then of its siblings. Empty for
 * an unknown product.
 */
export async function listRelated(db: Database, { slug, currency }: GetProductInput): Promise<ProductCard[]> {
  const rows = await db.run(relatedBySlug, { slug: slug.replaceAll('\0', '\uFFFD'), currency });
  return rows.map((row) => toCard(row));
}

const boughtWithSlug = defineStatement<GetProductInput, CardRow>('products_bought_together', (db, param) => ({
  compile: () =>
    sql<CardRow>`
    select ${cardColumns} from (
      select ${cardSource}, pair.orders
      from product mine join product_pair pair on pair.product_id = mine.id join product p on p.id = pair.other_id
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where mine.slug = ${param('slug')}::text and ${isPublic}
      order by pair.orders desc, p.id limit ${sql.lit(most)}
    ) c order by c.orders desc, c.id`.compile(db),
}));

/** Up to eight products that were most often in one confirmed order with this one. Empty for an unknown product. */
export async function listBoughtTogether(
  db: Database,
  { slug, currency }: GetProductInput,
): Promise<ProductCard[]> {
  const rows = await db.run(boughtWithSlug, { slug: slug.replaceAll('\0', '\uFFFD'), currency });
  return rows.map((row) => toCard(row));
}
