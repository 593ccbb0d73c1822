import type { Database } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import {
  cutPage,
  integerColumn,
  type Keyset,
  keysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
} from '../keyset-store.ts';
import type { ListLowInput, LowPage } from './schemas.ts';

type LowRow = Omit<LowPage['items'][number], 'image'> & KeysetRow & { readonly media: MediaRow | null };

const fewestFirst: Keyset = {
  columns: [integerColumn(sql`low.low_free`, 'asc')],
  id: sql`low.variant_id`,
  idDirection: 'asc',
};

/** Nobody reads a longer list to its end. */
const mostCounted = 1000;

/** Variants on sale with no more unpromised units on selling shelves than their threshold, the emptiest first. @throws CURSOR_INVALID */
export async function listLow(db: Database, input: ListLowInput): Promise<LowPage> {
  const position = keysetParams(input.cursor, 'low', fewestFirst);
  const after = input.cursor
    ? sql`(low.low_free, low.variant_id) > (${position.key0}::int, ${position.afterId}::uuid)`
    : sql`true`;
  const { rows } = await sql<LowRow>`
    select v.id, v.id as "variantId", v.sku, v.name as "variantName", p.id as "productId", p.name as "productName",
      low.free, low.threshold as "lowStockThreshold", ${keysOf(fewestFirst)} as keys, (
        select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
        from product_media m where m.product_id = p.id order by m.position limit 1) as media
    from (
      select * from variant_stock low where low.low_free is not null and ${after}
      order by ${orderOf(fewestFirst)} limit ${input.limit + 1}
    ) low join product_variant v on v.id = low.variant_id join product p on p.id = v.product_id
    order by ${orderOf(fewestFirst)}`.execute(db.reader);
  const { page, nextCursor } = cutPage(rows, input.limit, 'low');
  return {
    items: page.map(({ id: _id, keys: _keys, media, ...row }) => ({
      ...row,
      image: media && imageOf(media),
    })),
    nextCursor,
  };
}

/** How many variants are low, up to `mostCounted + 1`. */
export async function countLow(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from variant_stock where low_free is not null limit ${sql.lit(mostCounted + 1)}) few`.execute(
    db.reader,
  );
  return rows[0]?.count ?? 0;
}
