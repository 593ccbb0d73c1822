import type { Database, Reader, Transaction } from '@turing/db';
import { type Currency, currencyExponent } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import type { ListedVariant, PercentPreview, PercentTargets, PercentTerms } from './price-schemas.ts';
import { listedColumns } from './prices-store.ts';

/** The condition on product `p` that a target stands for. */
function isChosen(target: PercentTerms['target']): RawBuilder<unknown> {
  switch (target.kind) {
    case 'all':
      return sql`true`;
    case 'category':
      return sql`p.id in (
        select pc.product_id from product_category pc join category own on own.id = pc.category_id
        join category scope on starts_with(own.path || '/', scope.path || '/') where scope.id = ${target.id}::uuid)`;
    case 'collection':
      return sql`p.id in (select product_id from collection_product where collection_id = ${target.id}::uuid)`;
    case 'tag':
      return sql`p.tags @> array[${target.name}]`;
    case 'brand':
      return sql`p.brand = ${target.name}`;
  }
}

/** The base price less the rate, by the shop's one rounding (halves up), then down to the wanted ending. */
function amountOf({ ratePpm, rounding }: PercentTerms, currency: Currency): RawBuilder<unknown> {
  const less = sql`(base.amount_minor - round(base.amount_minor::numeric * ${ratePpm}::bigint / 1000000)::bigint)`;
  const unit = 10 ** currencyExponent(currency);
  if (rounding === 'none' || unit < 100) return less;
  const ending = (Number(rounding) * unit) / 100;
  return sql`(case when ${less} < ${ending}::bigint then ${less}
    else ${less} - mod(${less} - ${ending}::bigint, ${unit}::bigint) end)`;
}

/** Rows of (variant_id, product_id, amount) for one currency. What is archived is left out. */
function computed(terms: PercentTerms, currency: Currency): RawBuilder<unknown> {
  return sql`
    select v.id as variant_id, v.product_id, ${amountOf(terms, currency)} as amount
    from product p join product_variant v on v.product_id = p.id
    join variant_price base on base.variant_id = v.id and base.currency = ${currency}
    where p.status <> 'archived' and ${isChosen(terms.target)}`;
}

/** Writes a list's prices in one currency; gives how many changed. */
export async function fillPrices(
  tx: Transaction,
  listId: string,
  { currency, ...terms }: PercentTerms & { readonly currency: Currency },
): Promise<number> {
  const result = await sql`
    insert into price_list_price as mine (price_list_id, variant_id, currency, amount_minor)
    select ${listId}::uuid, variant_id, ${currency}, amount from (${computed(terms, currency)}) computed order by variant_id
    on conflict (price_list_id, variant_id, currency) do update set amount_minor = excluded.amount_minor
    where mine.amount_minor <> excluded.amount_minor`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** What `fillPrices` would do, with a few of the prices it would write: dear and cheap ones. */
export async function previewPercent(
  reader: Reader,
  listId: string,
  terms: PercentTerms,
): Promise<PercentPreview> {
  const [first] = terms.currencies;
  const all = sql.join(
    terms.currencies.map(
      (currency) => sql`select *, ${currency}::bpchar as currency from (${computed(terms, currency)}) one`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<Omit<PercentPreview, 'samples'>>`
    select count(distinct product_id)::int as "productCount", count(*)::int as "priceCount",
      (count(*) filter (where listed.amount_minor <> computed.amount))::int as "replacedCount"
    from (${all}) computed left join price_list_price listed on listed.price_list_id = ${listId}::uuid
      and listed.variant_id = computed.variant_id and listed.currency = computed.currency`.execute(reader);
  const counts = rows[0] ?? { productCount: 0, priceCount: 0, replacedCount: 0 };
  return { ...counts, samples: first === undefined ? [] : await samplesOf(reader, terms, first) };
}

async function samplesOf(reader: Reader, terms: PercentTerms, currency: Currency): Promise<ListedVariant[]> {
  const { rows } = await sql<ListedVariant>`
    select ${listedColumns}, ${currency}::text as currency, sample.amount as "amountMinor"
    from (
      select distinct on (product_id) variant_id, amount from (${computed(terms, currency)}) computed
      order by product_id, variant_id limit 8
    ) sample
    join product_variant v on v.id = sample.variant_id join product p on p.id = v.product_id
    join variant_price base on base.variant_id = v.id and base.currency = ${currency}
    order by p.name, v.sku`.execute(reader);
  return rows;
}

/** What products can be chosen by. */
export async function findTargets(db: Database): Promise<PercentTargets> {
  const { rows } = await sql<PercentTargets>`
    select
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'path', path) order by path) from category), '[]') as categories,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name) from collection), '[]') as collections,
      array(select distinct brand from product where brand <> '' order by 1 limit 1000) as brands,
      array(select distinct tag from product, unnest(tags) tag order by 1 limit 1000) as tags`.execute(
    db.reader,
  );
  return rows[0] ?? { categories: [], collections: [], brands: [], tags: [] };
}

/** Whether the category or collection of a target exists. */
export async function targetExists(reader: Reader, { target }: PercentTerms): Promise<boolean> {
  if (target.kind !== 'category' && target.kind !== 'collection') return true;
  const row = reader.selectFrom(target.kind).select('id').where('id', '=', target.id);
  return (await row.executeTakeFirst()) !== undefined;
}
