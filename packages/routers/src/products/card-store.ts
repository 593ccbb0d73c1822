import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from './image.ts';
import { canBePromised } from './public-store.ts';
import type { ProductCard } from './schemas.ts';

export interface CardRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly brand: string;
  readonly summary: string;
  readonly currency: Currency;
  readonly minPriceMinor: number;
  readonly maxPriceMinor: number;
  readonly compareAtMinor: number | null;
  readonly ratingAverage: number | null;
  readonly ratingCount: number;
  readonly publishedAt: Date;
  readonly available: boolean;
  readonly swatches: string[] | null;
  readonly media: MediaRow[] | null;
}

/** Whether a variant on sale has the option value `val`: others are not choices. */
export const isOnSale = sql`exists (
  select 1 from variant_option_value vov join product_variant v on v.id = vov.variant_id
  where vov.option_value_id = val.id and v.active)`;

/** What the columns of a card need of product `p` and its price range `r`: select it as `c`, then `cardColumns`. */
export const cardSource = sql`p.id, p.slug, p.name, p.brand, p.summary, p.rating_sum, p.rating_count, p.published_at,
  r.currency, r.min_minor, r.max_minor, r.compare_at_minor`;

/**
 * The columns of a card over a row `c` of `cardSource`, selected after the page is cut, so that they run once per card.
 * `available` is no `exists`, which is planned as a hash of all stock to answer for one page.
 */
export const cardColumns = sql`
  c.id, c.slug, c.name, c.brand, c.summary, c.currency,
  c.min_minor as "minPriceMinor", c.max_minor as "maxPriceMinor", c.compare_at_minor as "compareAtMinor",
  round(c.rating_sum::numeric / nullif(c.rating_count, 0), 1)::float8 as "ratingAverage", c.rating_count as "ratingCount",
  c.published_at as "publishedAt",
  coalesce((
    select true from product_variant v join stock_level s on s.variant_id = v.id
    where v.product_id = c.id and v.active and ${canBePromised} limit 1
  ), false) as available,
  (select json_agg(hue.swatch) from (
    select val.swatch from product_option opt join product_option_value val on val.option_id = opt.id
    where opt.product_id = c.id and val.swatch is not null and ${isOnSale}
    order by opt.position, val.position limit 6
  ) hue) as swatches,
  (select json_agg(shot) from (
    select m.key, m.alt, m.colour, m.width, m.height from product_media m
    where m.product_id = c.id order by m.position limit 2
  ) shot) as media`;

export function toCard(row: CardRow): ProductCard {
  const [image, secondImage] = (row.media ?? []).map((media) => imageOf(media));
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    brand: row.brand,
    summary: row.summary,
    currency: row.currency,
    minPriceMinor: row.minPriceMinor,
    maxPriceMinor: row.maxPriceMinor,
    compareAtMinor: row.compareAtMinor,
    image: image ?? null,
    secondImage: secondImage ?? null,
    ratingAverage: row.ratingAverage,
    ratingCount: row.ratingCount,
    available: row.available,
    swatches: row.swatches ?? [],
    publishedAt: row.publishedAt,
  };
}
