import { type Database, defineStatement, type Statement } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from './image.ts';
import {
  cutPage,
  isAfter,
  type Keyset,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
  timeColumn,
} from './keyset-store.ts';
import type { StaffListProductsInput, StaffProductPage } from './schemas.ts';

interface StaffParams extends KeysetParams {
  readonly query: string;
  readonly status: string;
  readonly currency: string;
  readonly limit: number;
}

type StaffRow = Omit<StaffProductPage['items'][number], 'image'> &
  KeysetRow & { readonly media: MediaRow | null };

interface StaffShape {
  readonly query: boolean;
  readonly status: boolean;
  readonly continued: boolean;
}

const lastChanged: Keyset = {
  columns: [timeColumn(sql`p.updated_at`, 'desc')],
  id: sql`p.id`,
  idDirection: 'desc',
};

/** At most 8. */
const statements = new Map<string, Statement<StaffParams, StaffRow>>();

function statementFor(shape: StaffShape): Statement<StaffParams, StaffRow> {
  const name = `staff_products${shape.query ? '_query' : ''}${shape.status ? '_status' : ''}${shape.continued ? '_next' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = defineStaffList(name, shape);
  statements.set(name, statement);
  return statement;
}

function defineStaffList(name: string, shape: StaffShape): Statement<StaffParams, StaffRow> {
  return defineStatement<StaffParams, StaffRow>(name, (db, param) => {
    const conditions = [sql`true`];
    if (shape.status) conditions.push(sql`p.status = ${param('status')}::product_status`);
    if (shape.query) {
      const query = sql`lower(unaccent(${param('query')}::text))`;
      conditions.push(sql`(strpos(lower(unaccent(p.name || ' ' || p.brand)), ${query}) > 0
        or exists (select 1 from product_variant v where v.product_id = p.id and strpos(lower(v.sku), ${query}) > 0))`);
    }
    if (shape.continued) conditions.push(isAfter(lastChanged, param));
    return {
      compile: () =>
        sql<StaffRow>`
        select c.id, c.version, c.slug, c.name, c.brand, category.name as category, c.status, ${param('currency')}::text as currency,
          r.min_minor as "minPriceMinor", r.max_minor as "maxPriceMinor", c.sold_count as "soldCount", c.updated_at as "updatedAt", c.keys,
          (select count(*)::int from product_variant v where v.product_id = c.id) as "variantCount",
          stock.on_hand as "onHand", stock.allocated,
          (select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
           from product_media m where m.product_id = c.id order by m.position limit 1) as media
        from (
          select p.*, ${keysOf(lastChanged)} as keys from product p where ${sql.join(conditions, sql` and `)}
          order by ${orderOf(lastChanged)} limit ${param('limit')}::int + 1
        ) c
        join category on category.id = c.primary_category_id
        left join product_price_range r on r.product_id = c.id and r.currency = ${param('currency')}::bpchar
        cross join lateral (
          select coalesce(sum(s.on_hand), 0)::int as on_hand, coalesce(sum(s.allocated), 0)::int as allocated
          from product_variant v join stock_level s on s.variant_id = v.id where v.product_id = c.id
        ) stock
        order by c.updated_at desc, c.id desc`.compile(db),
    };
  });
}

/**
 * Every product for staff, last changed first. The query is part of a name, brand or SKU.
 * @throws CURSOR_INVALID
 */
export async function listStaffProducts(
  db: Database,
  input: StaffListProductsInput,
): Promise<StaffProductPage> {
  const query = (input.query ?? '').replaceAll('\0', ' ');
  const shape = {
    query: query !== '',
    status: input.status !== undefined,
    continued: input.cursor !== undefined,
  };
  const rows = await db.run(statementFor(shape), {
    ...keysetParams(input.cursor, 'changed', lastChanged),
    query,
    status: input.status ?? '',
    currency: input.currency,
    limit: input.limit,
  });
  const { page, nextCursor } = cutPage(rows, input.limit, 'changed');
  return {
    items: page.map(({ media, keys: _keys, ...row }) => ({ ...row, image: media && imageOf(media) })),
    nextCursor,
  };
}
