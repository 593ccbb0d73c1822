import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { cardPrices, cardSource, type PricedRow, toCard } from './card-store.ts';
import { imageOf, type MediaRow } from './image.ts';
import { isPublic } from './public-store.ts';
import type { GetProductInput, ProductDetail } from './schemas.ts';

type Variant = ProductDetail['variants'][number];
type VariantRow = Omit<Variant, 'mediaIndex' | 'optionValues'> & {
  readonly mediaId: string | null;
  readonly position: number;
};

/** One value of an attribute, with what it is sorted by. */
interface TraitRow {
  readonly name: string;
  readonly position: number;
  readonly label: string;
  readonly place: number;
  readonly code: string;
}

/** What triggers keep ready for the page. */
interface KeptPage {
  readonly options: ProductDetail['options'];
  readonly media: readonly (MediaRow & { readonly id: string })[];
  /** The option values of each variant, by its id. */
  readonly choices: Readonly<Record<string, string[]>>;
}

interface DetailRow extends PricedRow {
  readonly kind: ProductDetail['kind'];
  readonly description: string;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly page: KeptPage;
  readonly breadcrumbs: ProductDetail['breadcrumbs'] | null;
  readonly variants: VariantRow[] | null;
  readonly attributes: TraitRow[] | null;
  readonly properties: TraitRow[] | null;
}

const itsVariants = sql`
  select json_agg(json_build_object(
    'id', v.id, 'sku', v.sku, 'name', v.name, 'position', v.position,
    'priceMinor', price.amount_minor, 'compareAtMinor', price.compare_at_minor,
    'available', least(99, stock.available), 'backorder', stock.available > 0 and stock.on_shelf = 0,
    'onShelf', least(99, stock.on_shelf), 'mediaId', v.media_id))
  from product_variant v
  left join lateral effective_price(v.id, c.currency, '{}'::uuid[], now()) price on true
  cross join lateral (
    select coalesce(max(s.on_hand + s.backorder_limit - s.allocated), 0) as available,
      coalesce(max(greatest(0, s.on_hand - s.allocated)), 0) as on_shelf
    from stock_level s where s.variant_id = v.id and s.active
  ) stock
  where v.product_id = c.id and v.active`;

const itsAttributes = sql`
  select json_agg(json_build_object('name', a.name, 'position', a.position, 'label', av.label, 'place', av.position,
                                    'code', av.code))
  from product_attribute pa join attribute_value av on av.id = pa.attribute_value_id
  join attribute a on a.id = av.attribute_id where pa.product_id = c.id`;

const itsProperties = sql`
  select json_agg(json_build_object('name', a.name, 'position', a.position, 'place', 0, 'code', '',
                                    'label', coalesce(pp.text, concat_ws(' ', pp.number, a.unit))))
  from product_property pp join attribute a on a.id = pp.attribute_id where pp.product_id = c.id`;

/** Sorting and grouping a handful of rows is cheaper here than as parts of the plan. */
const productBySlug = defineStatement<GetProductInput, DetailRow>('product_by_slug', (db, param) => ({
  compile: () =>
    sql<DetailRow>`
    select ${cardPrices}, c.kind, c.description, c.seo_title as "seoTitle", c.seo_description as "seoDescription",
      (select card.page from product_card card where card.product_id = c.id) as page,
      (select own.trail from category own where own.id = c.primary_category_id) as breadcrumbs,
      (${itsVariants}) as variants, (${itsAttributes}) as attributes, (${itsProperties}) as properties
    from (
      select ${cardSource}, p.kind, p.description, p.seo_title, p.seo_description, p.primary_category_id
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
  const { options, media } = row.page;
  const isGiftCard = row.kind === 'gift_card';
  const variants = toVariants(row.variants ?? [], row.page).map((variant) =>
    // Made when it is sold: it waits for no delivery.
    isGiftCard ? { ...variant, backorder: false, onShelf: variant.available } : variant,
  );
  const swatches = options.flatMap(({ values }) => values.flatMap(({ swatch }) => swatch ?? []));
  const available = variants.some((variant) => variant.available > 0);
  return {
    ...toCard({ ...row, available, shown: { media: media.slice(0, 2), swatches: swatches.slice(0, 6) } }),
    ...priceRangeOf(variants),
    kind: row.kind,
    description: row.description,
    seoTitle: row.seoTitle,
    seoDescription: row.seoDescription,
    breadcrumbs: row.breadcrumbs ?? [],
    options,
    variants,
    media: media.map((item) => imageOf(item)),
    attributes: toAttributes([...(row.attributes ?? []), ...(row.properties ?? [])]),
  };
}

function toVariants(rows: readonly VariantRow[], { media, choices }: KeptPage): Variant[] {
  const places = new Map(media.map(({ id }, index) => [id, index]));
  return rows
    .toSorted((one, other) => one.position - other.position)
    .map(({ mediaId, ...row }) => ({
      id: row.id,
      sku: row.sku,
      name: row.name,
      optionValues: choices[row.id] ?? [],
      priceMinor: row.priceMinor,
      compareAtMinor: row.compareAtMinor,
      available: row.available,
      onShelf: row.onShelf,
      backorder: row.backorder,
      mediaIndex: mediaId === null ? null : (places.get(mediaId) ?? null),
    }));
}

function toAttributes(rows: readonly TraitRow[]): ProductDetail['attributes'] {
  const byName = new Map<string, string[]>();
  for (const { name, label } of rows.toSorted(compareTraits)) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [label]);
    else values.push(label);
  }
  return Array.from(byName, ([name, values]) => ({ name, values }));
}

function compareTraits(one: TraitRow, other: TraitRow): number {
  return (
    one.position - other.position ||
    compareTexts(one.name, other.name) ||
    one.place - other.place ||
    compareTexts(one.code, other.code)
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
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
