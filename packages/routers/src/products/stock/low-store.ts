import type { Database } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import {
  cutPage,
  integerColumn,
  isAfter,
  type Keyset,
  keysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
} from '../keyset-store.ts';
import type { ListLowInput, LowPage } from './schemas.ts';

type LowRow = Omit<LowPage['items'][number], 'image'> & KeysetRow & { readonly media: MediaRow | null };

const fewestFirst: Keyset = {
  columns: [integerColumn(sql`stock.free`, 'asc')],
  id: sql`v.id`,
  idDirection: 'asc',
};

/** Variants on sale with no more unpromised units on selling shelves than their threshold. */
const lowVariants = sql`
  product_variant v join product p on p.id = v.product_id and p.status <> 'archived'
  left join (
    select variant_id, sum(on_hand - allocated)::int as free from stock_level where active group by variant_id
  ) sum on sum.variant_id = v.id
  cross join lateral (select coalesce(sum.free, 0) as free) stock`;
const isLow = sql`v.active and stock.free <= v.low_stock_threshold`;

/** Variants that are low, the emptiest first. @throws CURSOR_INVALID */
export async function listLow(db: Database, input: ListLowInput): Promise<LowPage> {
  const position = keysetParams(input.cursor, 'low', fewestFirst);
  const after = input.cursor ? isAfter(fewestFirst, (name) => position[name]) : sql`true`;
  const { rows } = await sql<LowRow>`
    select v.id, v.id as "variantId", v.sku, v.name as "variantName", p.id as "productId", p.name as "productName",
      stock.free, v.low_stock_threshold as "lowStockThreshold", ${keysOf(fewestFirst)} as keys, (
        select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
        from product_media m where m.product_id = p.id order by m.position limit 1) as media
    from ${lowVariants} where ${isLow} and ${after}
    order by ${orderOf(fewestFirst)} limit ${input.limit + 1}`.execute(db.reader);
  const { page, nextCursor } = cutPage(rows, input.limit, 'low');
  return {
    items: page.map(({ id: _id, keys: _keys, media, ...row }) => ({
      ...row,
      image: media && imageOf(media),
    })),
    nextCursor,
  };
}

export async function countLow(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${lowVariants} where ${isLow}`.execute(db.reader);
  return rows[0]?.count ?? 0;
}
