import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from './image.ts';
import type { ProductCard } from './schemas.ts';

/** What a card shows of the product's own row and its prices. */
export interface PricedRow {
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
}

export interface CardRow extends PricedRow {
  readonly available: boolean;
  readonly shown: { readonly swatches: string[]; readonly media: MediaRow[] } | null;
}

/** What the columns of a card need of product `p` and its price range `r`: select it as `c`, then `cardColumns`. */
export const cardSource = sql`p.id, p.slug, p.name, p.brand, p.summary, p.rating_sum, p.rating_count, p.published_at,
  r.currency, r.min_minor, r.max_minor, r.compare_at_minor`;

/** The columns of a card that a row `c` of `cardSource` has itself. */
export const cardPrices = sql`
  c.id, c.slug, c.name, c.brand, c.summary, c.currency,
  c.min_minor as "minPriceMinor", c.max_minor as "maxPriceMinor", c.compare_at_minor as "compareAtMinor",
  round(c.rating_sum::numeric / nullif(c.rating_count, 0), 1)::float8 as "ratingAverage", c.rating_count as "ratingCount",
  c.published_at as "publishedAt"`;

/**
 * The columns of a card over a row `c` of `cardSource`, selected after the page is cut, so that they are looked up once per
 * card. What takes more than a look-up is kept by triggers.
 */
export const cardColumns = sql`
  ${cardPrices},
  coalesce((select d.available from search.product_document d where d.product_id = c.id), false) as available,
  (select card.shown from product_card card where card.product_id = c.id) as shown`;

/**
 * A card as JSON, over a row `c` with `id`, `currency` and the amounts of its price range: the same fields as `cardColumns`,
 * put together by the database as they leave (`product_card.face` is kept by triggers).
 */
export const cardText = sql`
  '{"currency":"' || c.currency || '","minPriceMinor":' || c.min_minor || ',"maxPriceMinor":' || c.max_minor
  || ',"compareAtMinor":' || coalesce(c.compare_at_minor::text, 'null')
  || case when (select d.available from search.product_document d where d.product_id = c.id)
     then ',"available":true,' else ',"available":false,' end
  || (select card.face from product_card card where card.product_id = c.id)`;

export function toCard(row: CardRow): ProductCard {
  const [image, secondImage] = (row.shown?.media ?? []).map((media) => imageOf(media));
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
    swatches: row.shown?.swatches ?? [],
    publishedAt: row.publishedAt,
  };
}
