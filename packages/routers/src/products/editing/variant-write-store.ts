import type { Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { VariantFields, VariantPrice } from './variant-store.ts';

export type FullVariant = VariantFields & { readonly id: string };

/**
 * Takes the unique codes and positions of variants out of the way, so that they can be exchanged in one statement. Only
 * for rows that `updateVariants` then writes in the same transaction.
 */
export async function parkVariants(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    update product_variant set sku = id::text, barcode = null, position = -1 - position
    where id = any (${ids}::uuid[])`.execute(tx);
}

/** Writes variants whole, in one statement. */
export async function updateVariants(tx: Transaction, variants: readonly FullVariant[]): Promise<void> {
  await sql`
    update product_variant v set sku = n.sku, barcode = n.barcode, weight_grams = n.weight_grams, active = n.active,
      low_stock_threshold = n.low_stock_threshold, media_id = n.media_id, position = n.position
    from unnest(
      ${variants.map(({ id }) => id)}::uuid[], ${variants.map(({ sku }) => sku)}::text[],
      ${variants.map(({ barcode }) => barcode)}::text[], ${variants.map(({ weightGrams }) => weightGrams)}::int[],
      ${variants.map(({ active }) => active)}::boolean[],
      ${variants.map(({ lowStockThreshold }) => lowStockThreshold)}::int[],
      ${variants.map(({ mediaId }) => mediaId)}::uuid[], ${variants.map(({ position }) => position)}::int[]
    ) as n (id, sku, barcode, weight_grams, active, low_stock_threshold, media_id, position)
    where v.id = n.id`.execute(tx);
}

export type NewPrice = VariantPrice & { readonly variantId: string };

/** Writes prices over those there are, in one statement. */
export async function upsertPrices(tx: Transaction, prices: readonly NewPrice[]): Promise<void> {
  await sql`
    insert into variant_price (variant_id, currency, amount_minor, compare_at_minor)
    select * from unnest(
      ${prices.map(({ variantId }) => variantId)}::uuid[], ${prices.map(({ currency }) => currency)}::text[],
      ${prices.map(({ amountMinor }) => amountMinor)}::bigint[],
      ${prices.map(({ compareAtMinor }) => compareAtMinor)}::bigint[])
    on conflict (variant_id, currency) do update
      set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor`.execute(tx);
}

export async function deletePrices(
  tx: Transaction,
  prices: readonly Pick<NewPrice, 'variantId' | 'currency'>[],
): Promise<void> {
  await sql`
    delete from variant_price p using unnest(
      ${prices.map(({ variantId }) => variantId)}::uuid[], ${prices.map(({ currency }) => currency)}::text[]
    ) as gone (variant_id, currency)
    where p.variant_id = gone.variant_id and p.currency = gone.currency`.execute(tx);
}

export interface VariantInUse {
  readonly id: string;
  readonly sku: string;
}

/** Of these variants, those that were ordered, lie in a cart, or have or had stock: they can be withdrawn only. */
export async function findVariantsInUse(
  tx: Transaction,
  variantIds: readonly string[],
): Promise<VariantInUse[]> {
  const { rows } = await sql<VariantInUse>`
    select v.id, v.sku from product_variant v where v.id = any (${variantIds}::uuid[]) and (
      exists (select from order_line l where l.variant_id = v.id)
      or exists (select from cart_line l where l.variant_id = v.id)
      or exists (select from stock_movement m where m.variant_id = v.id)
      or exists (select from stock_reservation r where r.variant_id = v.id)
      or exists (select from stock_level s where s.variant_id = v.id and (s.on_hand <> 0 or s.allocated <> 0)))
    order by v.position`.execute(tx);
  return rows;
}

/** Deletes variants that are not in use, with their empty shelves. */
export async function deleteVariants(tx: Transaction, variantIds: readonly string[]): Promise<void> {
  await sql`
    delete from stock_level
    where variant_id = any (${variantIds}::uuid[]) and on_hand = 0 and allocated = 0`.execute(tx);
  await sql`delete from product_variant where id = any (${variantIds}::uuid[])`.execute(tx);
}
