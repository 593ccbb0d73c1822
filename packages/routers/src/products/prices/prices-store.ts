import type { Database, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type {
  ListedPage,
  ListedVariant,
  ListPricesInput,
  MatchSkusInput,
  SetPricesInput,
} from './price-schemas.ts';
import { decodeSkuCursor, encodeSkuCursor } from './sku-cursor.ts';

/** Of variant `v` of product `p` with its `base` price and the list's own price, `listed`. */
export const listedColumns = sql`v.id as "variantId", v.sku, p.id as "productId", p.name as "productName",
  v.name as "variantName", base.amount_minor as "basePriceMinor"`;

/** Variants by SKU with what the list says of them. @throws CURSOR_INVALID */
export async function listPrices(db: Database, input: ListPricesInput): Promise<ListedPage> {
  const conditions = [input.unlisted ? sql`true` : sql`listed.variant_id is not null`];
  if (input.query) {
    conditions.push(sql`(strpos(lower(unaccent(p.name)), lower(unaccent(${input.query}))) > 0
      or starts_with(lower(v.sku), lower(${input.query})))`);
  }
  if (input.cursor) conditions.push(sql`v.sku > ${decodeSkuCursor(input.cursor)}`);
  const { rows } = await sql<ListedVariant>`
    select ${listedColumns}, ${input.currency}::text as currency, listed.amount_minor as "amountMinor"
    from product_variant v join product p on p.id = v.product_id
    left join price_list_price listed
      on listed.price_list_id = ${input.id}::uuid and listed.variant_id = v.id and listed.currency = ${input.currency}
    left join variant_price base on base.variant_id = v.id and base.currency = ${input.currency}
    where ${sql.join(conditions, sql` and `)}
    order by v.sku limit ${input.limit + 1}`.execute(db.reader);
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return { items, nextCursor: more ? encodeSkuCursor(last.sku) : null };
}

/** The variants of these SKUs, in any case; one that nobody has is left out. */
export async function matchSkus(db: Database, input: MatchSkusInput): Promise<ListedVariant[]> {
  const { rows } = await sql<ListedVariant>`
    select ${listedColumns}, ${input.currency}::text as currency, listed.amount_minor as "amountMinor"
    from product_variant v join product p on p.id = v.product_id
    left join price_list_price listed
      on listed.price_list_id = ${input.id}::uuid and listed.variant_id = v.id and listed.currency = ${input.currency}
    left join variant_price base on base.variant_id = v.id and base.currency = ${input.currency}
    where v.sku = any (${input.skus}::text[]) or v.sku = any (${input.skus.map((sku) => sku.toUpperCase())}::text[])
    order by v.sku`.execute(db.reader);
  return rows;
}

type PriceRow = SetPricesInput['rows'][number];

/** Holds the variants so that they stay, and gives the ids of those that are not there. */
export async function lockVariants(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const locked = tx
    .selectFrom('product_variant')
    .select('id')
    .where('id', 'in', [...new Set(ids)]);
  const there = new Set((await locked.orderBy('id').forKeyShare().execute()).map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

/** What a list says of some prices before they are set, in the order given; null for nothing. */
export async function readPrices(
  tx: Transaction,
  listId: string,
  rows: readonly PriceRow[],
): Promise<(number | null)[]> {
  const read = await sql<{ amount: number | null }>`
    select listed.amount_minor as amount from ${asTable(rows)}
    left join price_list_price listed on listed.price_list_id = ${listId}::uuid
      and listed.variant_id = given.variant_id and listed.currency = given.currency
    order by given.position`.execute(tx);
  return read.rows.map(({ amount }) => amount);
}

function asTable(rows: readonly PriceRow[]) {
  return sql`unnest(${rows.map((row) => row.variantId)}::uuid[], ${rows.map((row) => row.currency)}::bpchar[],
    ${rows.map((row) => row.amountMinor)}::bigint[]) with ordinality given (variant_id, currency, amount_minor, position)`;
}

/** Writes and takes away prices, each in one statement. */
export async function writePrices(tx: Transaction, listId: string, rows: readonly PriceRow[]): Promise<void> {
  const kept = rows.filter((row) => row.amountMinor !== null);
  if (kept.length > 0) {
    await sql`insert into price_list_price as mine (price_list_id, variant_id, currency, amount_minor)
      select ${listId}::uuid, variant_id, currency, amount_minor from ${asTable(kept)} order by variant_id, currency
      on conflict (price_list_id, variant_id, currency) do update set amount_minor = excluded.amount_minor
      where mine.amount_minor <> excluded.amount_minor`.execute(tx);
  }
  const dropped = rows.filter((row) => row.amountMinor === null);
  if (dropped.length > 0) {
    await sql`delete from price_list_price mine using ${asTable(dropped)}
      where mine.price_list_id = ${listId}::uuid and mine.variant_id = given.variant_id
        and mine.currency = given.currency`.execute(tx);
  }
}
