import { type Database, defineStatement } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import {
  cutPage,
  integerColumn,
  isAfter,
  type Keyset,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
} from '../keyset-store.ts';
import type { ListVariantsInput, StaffVariant, VariantPage } from './variant-schemas.ts';

/** Without variants one row comes, with nothing but the version. */
type VariantRow = KeysetRow & Omit<StaffVariant, 'id'> & { readonly version: number };

interface VariantParams extends KeysetParams {
  readonly productId: string;
  readonly limit: number;
}

const byPosition: Keyset = {
  columns: [integerColumn(sql`v.position`, 'asc')],
  id: sql`v.id`,
  idDirection: 'asc',
};

function defineList(name: string, continued: boolean) {
  return defineStatement<VariantParams, VariantRow>(name, (db, param) => ({
    compile: () =>
      sql<VariantRow>`
      with page as materialized (
        select v.*, ${keysOf(byPosition)} as keys from product_variant v
        where v.product_id = ${param('productId')}::uuid ${continued ? sql`and ${isAfter(byPosition, param)}` : sql``}
        order by ${orderOf(byPosition)} limit ${param('limit')}::int + 1
      ), choice as (
        select vov.variant_id, array_agg(val.id::text order by opt.position, opt.id) as ids
        from variant_option_value vov join product_option_value val on val.id = vov.option_value_id
        join product_option opt on opt.id = val.option_id
        where vov.variant_id in (select id from page) group by 1
      ), price as (
        select variant_id, json_agg(json_build_object('currency', currency, 'amountMinor', amount_minor,
          'compareAtMinor', compare_at_minor) order by currency) as list
        from variant_price where variant_id in (select id from page) group by 1
      ), stock as (
        select variant_id, sum(on_hand)::int as on_hand, sum(allocated)::int as allocated
        from stock_level where variant_id in (select id from page) group by 1
      )
      select p.version, page.id, page.sku, page.barcode, page.name, page.position, page.weight_grams as "weightGrams",
        page.active, page.low_stock_threshold as "lowStockThreshold", page.media_id as "mediaId", page.keys,
        coalesce(choice.ids, '{}') as "optionValueIds", coalesce(price.list, '[]') as prices,
        coalesce(stock.on_hand, 0) as "onHand", coalesce(stock.allocated, 0) as allocated
      from product p left join page on true
      left join choice on choice.variant_id = page.id
      left join price on price.variant_id = page.id
      left join stock on stock.variant_id = page.id
      where p.id = ${param('productId')}::uuid order by page.position`.compile(db),
  }));
}

const firstVariants = defineList('staff_variants', false);
const nextVariants = defineList('staff_variants_next', true);

/**
 * A product's variants in order, up to all 1,000 in one statement.
 * @throws PRODUCT_NOT_FOUND, CURSOR_INVALID
 */
export async function listStaffVariants(db: Database, input: ListVariantsInput): Promise<VariantPage> {
  const { productId, cursor, limit } = input;
  const statement = cursor === undefined ? firstVariants : nextVariants;
  const rows = await db.run(statement, {
    productId,
    limit,
    ...keysetParams(cursor, 'variants', byPosition),
  });
  const [first] = rows;
  if (first === undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id: productId });
  const { page, nextCursor } = cutPage(
    rows.filter(({ id }: { id: string | null }) => id !== null),
    limit,
    'variants',
  );
  return {
    version: first.version,
    items: page.map(({ keys: _keys, version: _version, ...variant }) => variant),
    nextCursor,
  };
}
