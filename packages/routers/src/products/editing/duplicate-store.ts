import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface CopiedVariant {
  readonly id: string;
  /** Of the copy. */
  readonly sku: string;
}

/** Copies what a product is filed under, described by and shown with. Pictures share their files. */
export async function copyLinks(tx: Transaction, from: string, to: string): Promise<void> {
  await sql`
    insert into product_category (product_id, category_id)
    select ${to}::uuid, category_id from product_category where product_id = ${from}::uuid`.execute(tx);
  await sql`
    insert into product_attribute (product_id, attribute_value_id)
    select ${to}::uuid, attribute_value_id from product_attribute where product_id = ${from}::uuid`.execute(
    tx,
  );
  await sql`
    insert into product_property (product_id, attribute_id, number, text)
    select ${to}::uuid, attribute_id, number, text from product_property where product_id = ${from}::uuid`.execute(
    tx,
  );
  await sql`
    insert into product_media (product_id, key, alt, width, height, colour, position)
    select ${to}::uuid, key, alt, width, height, colour, position
    from product_media where product_id = ${from}::uuid`.execute(tx);
}

export async function copyOptions(tx: Transaction, from: string, to: string): Promise<void> {
  await sql`
    insert into product_option (product_id, name, position)
    select ${to}::uuid, name, position from product_option where product_id = ${from}::uuid`.execute(tx);
  await sql`
    insert into product_option_value (option_id, value, swatch, position)
    select copy.id, val.value, val.swatch, val.position
    from product_option opt join product_option_value val on val.option_id = opt.id
    join product_option copy on copy.product_id = ${to}::uuid and copy.name = opt.name
    where opt.product_id = ${from}::uuid`.execute(tx);
}

/** Copies variants with their values and prices; barcodes and stock are not copied, they are of the things themselves. */
export async function copyVariants(
  tx: Transaction,
  to: string,
  variants: readonly CopiedVariant[],
): Promise<void> {
  await sql`
    insert into product_variant (product_id, sku, name, position, weight_grams, active, low_stock_threshold, media_id)
    select ${to}::uuid, n.sku, v.name, v.position, v.weight_grams, v.active, v.low_stock_threshold, copy.id
    from unnest(${variants.map(({ id }) => id)}::uuid[], ${variants.map(({ sku }) => sku)}::text[]) as n (id, sku)
    join product_variant v on v.id = n.id
    left join product_media shot on shot.id = v.media_id
    left join product_media copy on copy.product_id = ${to}::uuid and copy.position = shot.position`.execute(
    tx,
  );
  await sql`
    insert into variant_option_value (variant_id, option_value_id)
    select mine.id, own.id
    from unnest(${variants.map(({ id }) => id)}::uuid[]) as n (id)
    join product_variant v on v.id = n.id
    join product_variant mine on mine.product_id = ${to}::uuid and mine.position = v.position
    join variant_option_value vov on vov.variant_id = v.id
    join product_option_value val on val.id = vov.option_value_id
    join product_option opt on opt.id = val.option_id
    join product_option copy on copy.product_id = ${to}::uuid and copy.name = opt.name
    join product_option_value own on own.option_id = copy.id and own.value = val.value`.execute(tx);
  await sql`
    insert into variant_price (variant_id, currency, amount_minor, compare_at_minor)
    select mine.id, price.currency, price.amount_minor, price.compare_at_minor
    from unnest(${variants.map(({ id }) => id)}::uuid[]) as n (id)
    join product_variant v on v.id = n.id
    join product_variant mine on mine.product_id = ${to}::uuid and mine.position = v.position
    join variant_price price on price.variant_id = v.id`.execute(tx);
}
