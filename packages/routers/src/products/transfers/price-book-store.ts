import type { Transaction } from '@turing/db';
import { sql } from 'kysely';
import { lockPriceList, updatePriceList } from '../prices/list-store.ts';
import { queueRefreshes } from '../prices/write-price-list.ts';
import { type Amounts, type PriceBook, type PriceChange, priceKey } from './plan-price-row.ts';
import { findVariants } from './sku-store.ts';

interface PriceQuestion {
  readonly skus: readonly string[];
  readonly lists: readonly string[];
  /** Price lists, then products, each in id order: as those who edit them do. */
  readonly isLocked: boolean;
}

/** The prices of these variants, regular and of these lists. */
export async function readPriceBook(tx: Transaction, question: PriceQuestion): Promise<PriceBook> {
  const names = [...new Set(question.lists)];
  const lists = await tx
    .selectFrom('price_list')
    .select(['id', 'name'])
    .where('name', '=', sql<string>`any (${names}::text[])`)
    .orderBy('id')
    .$if(question.isLocked, (query) => query.forUpdate())
    .execute();
  const variants = await findVariants(tx, question.skus);
  const productIds = [...variants.values()].map(({ productId }) => productId);
  if (question.isLocked)
    await sql`select 1 from product where id = any (${productIds}::uuid[]) order by id for no key update`.execute(
      tx,
    );
  const variantIds = [...variants.values()].map(({ id }) => id);
  const { rows } = await sql<Amounts & { listId: string | null; variantId: string; currency: string }>`
    select null as "listId", variant_id as "variantId", currency, amount_minor as "amountMinor", compare_at_minor as "compareAtMinor"
    from variant_price where variant_id = any (${variantIds}::uuid[])
    union all
    select price_list_id, variant_id, currency, amount_minor, null from price_list_price
    where variant_id = any (${variantIds}::uuid[]) and price_list_id = any (${lists.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  return {
    variants,
    lists: new Map(lists.map(({ id, name }) => [name, id])),
    prices: new Map(rows.map((row) => [priceKey(row.listId, row.variantId, row.currency), row])),
  };
}

type Change = Omit<PriceChange, 'listId'>;

export async function writeRegularPrices(tx: Transaction, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into variant_price (variant_id, currency, amount_minor, compare_at_minor)
    select * from unnest(${changes.map((change) => change.variantId)}::uuid[], ${changes.map((change) => change.currency)}::bpchar[],
      ${changes.map((change) => change.amountMinor)}::bigint[], ${changes.map((change) => change.compareAtMinor)}::bigint[])
    on conflict (variant_id, currency) do update
      set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor`.execute(tx);
}

export async function writeListPrices(
  tx: Transaction,
  changes: readonly (Change & { readonly listId: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into price_list_price (price_list_id, variant_id, currency, amount_minor)
    select * from unnest(${changes.map((change) => change.listId)}::uuid[], ${changes.map((change) => change.variantId)}::uuid[],
      ${changes.map((change) => change.currency)}::bpchar[], ${changes.map((change) => change.amountMinor)}::bigint[])
    on conflict (price_list_id, variant_id, currency) do update set amount_minor = excluded.amount_minor`.execute(
    tx,
  );
}

/** Whoever has one of these products open in the editor is told that it changed. */
export async function touchProducts(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update product set version = version + 1, updated_at = ${now} where id = any (${ids}::uuid[])`.execute(
    tx,
  );
}

export async function touchPriceLists(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  for (const id of ids.toSorted()) {
    const list = await lockPriceList(tx, id);
    await updatePriceList(tx, list, { now });
    await queueRefreshes(tx, list, now);
  }
}
