import type { Database } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import { decodeLevelCursor, encodeLevelCursor } from './level-cursor.ts';
import type { LevelPage, ListLevelsInput } from './schemas.ts';

type LevelRow = Omit<LevelPage['items'][number], 'image'> & { readonly media: MediaRow | null };

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.replaceAll('\0', ' ').replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

/** Variants by a part of their SKU or of their product's name, or by their barcode: three indexes, each asked alone. */
function matching(query: string): RawBuilder<unknown> {
  return sql`
    select id from product_variant where sku ilike ${containing(query)}
    union all select id from product_variant where barcode = ${query.replaceAll('\0', ' ')}
    union all select named.id from (select array_to_string(search.words(${query.replaceAll('\0', ' ')}), ' ') as text) asked
      join search.product_document d on d.title like '%' || asked.text || '%' and asked.text <> ''
      join product_variant named on named.product_id = d.product_id`;
}

function conditionsOf(input: ListLevelsInput): RawBuilder<unknown> {
  const conditions = [input.includeEmpty ? sql`true` : sql`s.variant_id is not null`];
  if (input.productId) conditions.push(sql`v.product_id = ${input.productId}`);
  if (input.locationId) conditions.push(sql`l.id = ${input.locationId}`);
  if (input.low) conditions.push(sql`stock.low_free is not null`);
  if (input.query) {
    conditions.push(sql`v.id in (${matching(input.query)})`);
  }
  if (input.cursor) {
    const { sku, locationId } = decodeLevelCursor(input.cursor);
    conditions.push(sql`(v.sku, l.id) > (${sku}, ${locationId}::uuid)`);
  }
  return sql.join(conditions, sql` and `);
}

/** What lies where, by SKU. @throws CURSOR_INVALID */
export async function listLevels(db: Database, input: ListLevelsInput): Promise<LevelPage> {
  const { rows } = await sql<LevelRow>`
    select c.*, p.name as "productName", (
        select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
        from product_media m where m.product_id = p.id order by m.position limit 1) as media
    from (
      select v.id as "variantId", v.sku, v.name as "variantName", v.product_id as "productId",
        v.low_stock_threshold as "lowStockThreshold", l.id as "locationId", l.name as "locationName",
        l.active as "locationActive", coalesce(s.on_hand, 0) as "onHand", coalesce(s.allocated, 0) as allocated,
        coalesce(s.backorder_limit, 0) as "backorderLimit",
        case when l.active then coalesce(s.on_hand + s.backorder_limit - s.allocated, 0) else 0 end as available,
        stock.free, stock.low_free is not null as low
      from product_variant v
      cross join stock_location l
      left join stock_level s on s.variant_id = v.id and s.location_id = l.id
      join variant_stock stock on stock.variant_id = v.id
      where ${conditionsOf(input)}
      order by v.sku, l.id limit ${input.limit + 1}
    ) c join product p on p.id = c."productId"
    order by c.sku, c."locationId"`.execute(db.reader);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ media, ...row }) => ({ ...row, image: media && imageOf(media) })),
    nextCursor: rows.length > input.limit && last !== undefined ? encodeLevelCursor(last) : null,
  };
}
