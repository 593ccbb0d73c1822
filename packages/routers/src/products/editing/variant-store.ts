import type { Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';

export interface VariantPrice {
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly compareAtMinor: number | null;
}

/** What staff edit of a variant. */
export interface VariantFields {
  readonly sku: string;
  readonly barcode: string | null;
  readonly weightGrams: number;
  readonly active: boolean;
  readonly lowStockThreshold: number | null;
  readonly mediaId: string | null;
  readonly position: number;
}

export interface VariantRow extends VariantFields {
  readonly id: string;
  readonly prices: readonly VariantPrice[];
}

/** All variants of a locked product. */
export async function loadVariants(tx: Transaction, productId: string): Promise<VariantRow[]> {
  const { rows } = await sql<VariantRow>`
    select v.id, v.sku, v.barcode, v.weight_grams as "weightGrams", v.active, v.position,
      v.low_stock_threshold as "lowStockThreshold", v.media_id as "mediaId", coalesce(price.list, '[]') as prices
    from product_variant v left join (
      select own.product_id, p.variant_id, json_agg(json_build_object('currency', p.currency, 'amountMinor', p.amount_minor,
        'compareAtMinor', p.compare_at_minor) order by p.currency) as list
      from variant_price p join product_variant own on own.id = p.variant_id
      where own.product_id = ${productId}::uuid group by 1, 2
    ) price on price.variant_id = v.id
    where v.product_id = ${productId}::uuid order by v.position`.execute(tx);
  return rows;
}

export interface NewVariant {
  readonly sku: string;
  readonly name: string;
  readonly position: number;
  readonly valueIds: readonly string[];
}

export interface NewVariants {
  readonly productId: string;
  readonly variants: readonly NewVariant[];
  readonly weightGrams: number;
  readonly active: boolean;
  readonly prices: readonly VariantPrice[];
}

/** One statement for each table, however many there are. Answers the ids in the order given. */
export async function insertVariants(tx: Transaction, added: NewVariants): Promise<string[]> {
  const { variants, prices } = added;
  const { rows } = await sql<{ id: string; position: number }>`
    insert into product_variant (product_id, sku, name, position, weight_grams, active)
    select ${added.productId}::uuid, n.sku, n.name, n.position, ${added.weightGrams}::int, ${added.active}::boolean
    from unnest(${variants.map(({ sku }) => sku)}::text[], ${variants.map(({ name }) => name)}::text[],
                ${variants.map(({ position }) => position)}::int[]) as n (sku, name, position)
    returning id, position`.execute(tx);
  const idAt = new Map(rows.map(({ id, position }) => [position, id]));
  const ids = variants.map(({ position }) => idAt.get(position) ?? '');
  const choices = variants.flatMap(({ valueIds }, index) =>
    valueIds.map((valueId) => [ids[index] ?? '', valueId] as const),
  );
  await sql`
    insert into variant_option_value (variant_id, option_value_id)
    select * from unnest(${choices.map(([id]) => id)}::uuid[], ${choices.map(([, valueId]) => valueId)}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into variant_price (variant_id, currency, amount_minor, compare_at_minor)
    select variant.id, price.* from unnest(${ids}::uuid[]) as variant (id)
    cross join unnest(${prices.map(({ currency }) => currency)}::text[],
      ${prices.map(({ amountMinor }) => amountMinor)}::bigint[],
      ${prices.map(({ compareAtMinor }) => compareAtMinor)}::bigint[]) as price`.execute(tx);
  return ids;
}

/** Which of the SKUs a variant has. */
export async function findUsedSkus(tx: Transaction, skus: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sku: string }>`
    select sku from product_variant where sku = any (${skus}::text[])`.execute(tx);
  return new Set(rows.map(({ sku }) => sku));
}

export interface CodeOwner {
  readonly id: string;
  readonly sku: string;
  readonly barcode: string | null;
}

/** Variants of other products that have one of the SKUs or barcodes. */
export async function findCodeOwners(
  tx: Transaction,
  productId: string,
  codes: { readonly skus: readonly string[]; readonly barcodes: readonly string[] },
): Promise<CodeOwner[]> {
  const { rows } = await sql<CodeOwner>`
    select id, sku, barcode from product_variant where product_id <> ${productId}::uuid and sku = any (${codes.skus}::text[])
    union
    select id, sku, barcode from product_variant where product_id <> ${productId}::uuid and barcode = any (${codes.barcodes}::text[])`.execute(
    tx,
  );
  return rows;
}

/** Of these media, those that are the product's. */
export async function findOwnMedia(
  tx: Transaction,
  productId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from product_media where product_id = ${productId}::uuid and id = any (${ids}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}
