import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, isOnSale, toCard } from './card-store.ts';
import { imageOf, type MediaRow } from './image.ts';
import { isPublic } from './public-store.ts';
import type { GetProductInput, ProductDetail } from './schemas.ts';

interface DetailRow extends CardRow {
  readonly description: string;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly breadcrumbs: ProductDetail['breadcrumbs'];
  readonly options: ProductDetail['options'] | null;
  readonly variants: VariantRow[] | null;
  readonly attributes: ProductDetail['attributes'] | null;
  readonly allMedia: (MediaRow & { readonly id: string })[] | null;
}

type VariantRow = Omit<ProductDetail['variants'][number], 'mediaIndex'> & { readonly mediaId: string | null };

const breadcrumbs = sql`
  select json_agg(json_build_object('slug', above.slug, 'name', above.name) order by length(above.path))
  from category own join category above on starts_with(own.path || '/', above.path || '/')
  where own.id = c.primary_category_id`;

const options = sql`
  select json_agg(json_build_object('name', opt.name, 'values', choice.list) order by opt.position)
  from product_option opt cross join lateral (
    select json_agg(json_build_object('value', val.value, 'swatch', val.swatch) order by val.position) as list
    from product_option_value val
    where val.option_id = opt.id and ${isOnSale}
  ) choice where opt.product_id = c.id and choice.list is not null`;

const variants = sql`
  select json_agg(json_build_object(
    'id', v.id, 'sku', v.sku, 'name', v.name,
    'optionValues', coalesce((
      select json_agg(val.value order by opt.position) from variant_option_value vov
      join product_option_value val on val.id = vov.option_value_id join product_option opt on opt.id = val.option_id
      where vov.variant_id = v.id), '[]'),
    'priceMinor', price.amount_minor, 'compareAtMinor', price.compare_at_minor,
    'available', least(99, stock.available), 'backorder', stock.available > 0 and stock.on_shelf = 0,
    'onShelf', least(99, stock.on_shelf), 'mediaId', v.media_id
  ) order by v.position)
  from product_variant v
  left join lateral effective_price(v.id, c.currency, '{}'::uuid[], now()) price on true
  cross join lateral (
    select coalesce(max(s.on_hand + s.backorder_limit - s.allocated), 0) as available,
      coalesce(max(greatest(0, s.on_hand - s.allocated)), 0) as on_shelf
    from stock_level s where s.variant_id = v.id and s.active
  ) stock
  where v.product_id = c.id and v.active`;

const attributes = sql`
  select json_agg(json_build_object('name', trait.name, 'values', trait.labels) order by trait.position, trait.name)
  from (
    select a.name, a.position, json_agg(av.label order by av.position, av.code) as labels
    from product_attribute pa join attribute_value av on av.id = pa.attribute_value_id
    join attribute a on a.id = av.attribute_id
    where pa.product_id = c.id group by a.id
    union all
    select a.name, a.position, json_build_array(coalesce(pp.text, concat_ws(' ', pp.number, a.unit)))
    from product_property pp join attribute a on a.id = pp.attribute_id where pp.product_id = c.id
  ) trait`;

const allMedia = sql`
  select json_agg(json_build_object('id', m.id, 'key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width,
                                    'height', m.height) order by m.position)
  from product_media m where m.product_id = c.id`;

const productBySlug = defineStatement<GetProductInput, DetailRow>('product_by_slug', (db, param) => ({
  compile: () =>
    sql<DetailRow>`
    select ${cardColumns}, c.description, c.seo_title as "seoTitle", c.seo_description as "seoDescription",
      (${breadcrumbs}) as breadcrumbs, (${options}) as options, (${variants}) as variants,
      (${attributes}) as attributes, (${allMedia}) as "allMedia"
    from (
      select ${cardSource}, p.description, p.seo_title, p.seo_description, p.primary_category_id
      from product p join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where p.slug = ${param('slug')}::text and ${isPublic}
    ) c`.compile(db),
}));

export async function findProduct(
  db: Database,
  { slug, currency }: GetProductInput,
): Promise<ProductDetail | null> {
  const [row] = await db.run(productBySlug, { slug: slug.replaceAll('\0', '\uFFFD'), currency });
  if (row === undefined) return null;
  const media = row.allMedia ?? [];
  const sold = toVariants(row.variants ?? [], media);
  return {
    ...toCard(row),
    ...priceRangeOf(sold),
    description: row.description,
    seoTitle: row.seoTitle,
    seoDescription: row.seoDescription,
    breadcrumbs: row.breadcrumbs,
    options: row.options ?? [],
    variants: sold,
    media: media.map((item) => imageOf(item)),
    attributes: row.attributes ?? [],
  };
}

function toVariants(
  rows: readonly VariantRow[],
  media: readonly { readonly id: string }[],
): ProductDetail['variants'] {
  const places = new Map(media.map(({ id }, index) => [id, index]));
  return rows.map(({ mediaId, ...variant }) => ({
    ...variant,
    mediaIndex: mediaId === null ? null : (places.get(mediaId) ?? null),
  }));
}

/** Of the variants beside it: the range that lists use follows a sale that starts or ends a second or two later. */
function priceRangeOf(sold: ProductDetail['variants']): Partial<ProductDetail> {
  const priced = sold.flatMap(({ priceMinor, compareAtMinor }) =>
    priceMinor === null ? [] : [{ priceMinor, compareAtMinor }],
  );
  const [lowest, ...others] = priced.toSorted((one, other) => one.priceMinor - other.priceMinor);
  if (lowest === undefined) return {};
  return {
    minPriceMinor: lowest.priceMinor,
    maxPriceMinor: (others.at(-1) ?? lowest).priceMinor,
    compareAtMinor: lowest.compareAtMinor,
  };
}
