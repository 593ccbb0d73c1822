import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface OptionValueRow {
  readonly id: string;
  readonly value: string;
  readonly swatch: string | null;
}

export interface OptionRow {
  readonly id: string;
  readonly name: string;
  readonly values: readonly OptionValueRow[];
}

export interface VariantChoice {
  readonly id: string;
  readonly valueIds: readonly string[];
}

export async function loadOptions(tx: Transaction, productId: string): Promise<OptionRow[]> {
  const { rows } = await sql<OptionRow>`
    select opt.id, opt.name, coalesce((
      select json_agg(json_build_object('id', val.id, 'value', val.value, 'swatch', val.swatch) order by val.position, val.id)
      from product_option_value val where val.option_id = opt.id), '[]') as values
    from product_option opt where opt.product_id = ${productId}::uuid order by opt.position, opt.id`.execute(
    tx,
  );
  return rows;
}

/** Which values each variant of a product has. */
export async function loadChoices(tx: Transaction, productId: string): Promise<VariantChoice[]> {
  const { rows } = await sql<VariantChoice>`
    select v.id, coalesce(array_agg(vov.option_value_id::text) filter (where vov.option_value_id is not null), '{}') as "valueIds"
    from product_variant v left join variant_option_value vov on vov.variant_id = v.id
    where v.product_id = ${productId}::uuid group by v.id`.execute(tx);
  return rows;
}

export async function deleteOptions(
  tx: Transaction,
  gone: { readonly optionIds: readonly string[]; readonly valueIds: readonly string[] },
): Promise<void> {
  await sql`delete from product_option_value where id = any (${gone.valueIds}::uuid[])`.execute(tx);
  await sql`delete from product_option where id = any (${gone.optionIds}::uuid[])`.execute(tx);
}

/** Takes the names of a product's options and values out of the way, so that they can be exchanged. */
export async function parkOptionNames(tx: Transaction, productId: string): Promise<void> {
  await sql`update product_option set name = id::text where product_id = ${productId}::uuid`.execute(tx);
  await sql`
    update product_option_value val set value = val.id::text
    from product_option opt where opt.id = val.option_id and opt.product_id = ${productId}::uuid`.execute(tx);
}

/** Writes options under the ids given, those that are new too. */
export async function saveOptions(
  tx: Transaction,
  productId: string,
  options: readonly Pick<OptionRow, 'id' | 'name'>[],
): Promise<void> {
  await sql`
    insert into product_option (id, product_id, name, position)
    select n.id, ${productId}::uuid, n.name, n.place - 1
    from unnest(${options.map(({ id }) => id)}::uuid[], ${options.map(({ name }) => name)}::text[])
      with ordinality as n (id, name, place)
    on conflict (id) do update set name = excluded.name, position = excluded.position`.execute(tx);
}

export type PlacedValue = OptionValueRow & { readonly optionId: string; readonly position: number };

/** Writes values under the ids given, those that are new too. */
export async function saveOptionValues(tx: Transaction, values: readonly PlacedValue[]): Promise<void> {
  await sql`
    insert into product_option_value (id, option_id, value, swatch, position)
    select * from unnest(${values.map(({ id }) => id)}::uuid[], ${values.map(({ optionId }) => optionId)}::uuid[],
      ${values.map(({ value }) => value)}::text[], ${values.map(({ swatch }) => swatch)}::text[],
      ${values.map(({ position }) => position)}::int[])
    on conflict (id) do update set value = excluded.value, swatch = excluded.swatch, position = excluded.position`.execute(
    tx,
  );
}

/** Gives every variant of a product the values. */
export async function giveValues(
  tx: Transaction,
  productId: string,
  valueIds: readonly string[],
): Promise<void> {
  await sql`
    insert into variant_option_value (variant_id, option_value_id)
    select v.id, val.id from product_variant v cross join unnest(${valueIds}::uuid[]) as val (id)
    where v.product_id = ${productId}::uuid`.execute(tx);
}

/** Names the variants of a product after their values. */
export async function renameVariants(tx: Transaction, productId: string): Promise<void> {
  await sql`
    update product_variant v set name = called.name from (
      select own.id, coalesce(string_agg(val.value, ' / ' order by opt.position, opt.id), 'Standard') as name
      from product_variant own
      left join variant_option_value vov on vov.variant_id = own.id
      left join product_option_value val on val.id = vov.option_value_id
      left join product_option opt on opt.id = val.option_id
      where own.product_id = ${productId}::uuid group by own.id
    ) called where called.id = v.id and v.name <> called.name`.execute(tx);
}

/** Ids for new rows, made by the database: they sort by time. */
export async function newIds(tx: Transaction, count: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select uuid_v7()::text as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}
