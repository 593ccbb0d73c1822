import type { Currency } from '@turing/domain';
import { defineStatement, type Reader, runOn } from '@turing/db';
import { sql } from 'kysely';
import type { Image } from '../schemas.ts';
import { imageOf } from './image.ts';
import { askingTable } from './prices/groups-store.ts';
import { availableOfVariant, isPublic } from './public-store.ts';

/** A variant as a cart or an order needs it: its price in one currency and what can be bought now. */
export interface Purchasable {
  readonly variantId: string;
  readonly productId: string;
  /** Null unless asked for: the collections it is in, and its categories with those above them. */
  readonly collectionIds: readonly string[] | null;
  readonly categoryIds: readonly string[] | null;
  /** A gift card is sent by mail to whom it is for: it is neither shipped nor taxed nor discounted. */
  readonly kind: 'goods' | 'gift_card';
  readonly sku: string;
  readonly productSlug: string;
  readonly productName: string;
  readonly variantName: string;
  readonly image: Image | null;
  readonly imageKey: string | null;
  /** False when the product is not published or the variant withdrawn. */
  readonly sellable: boolean;
  /** Null when it has no price in the currency. */
  readonly priceMinor: number | null;
  readonly compareAtMinor: number | null;
  /** The most that one location can serve; an order line ships from one location. */
  readonly available: number;
  readonly weightGrams: number;
  readonly taxCategory: string;
}

interface Row extends Omit<Purchasable, 'image' | 'imageKey'> {
  readonly media: { key: string; alt: string; colour: string; width: number; height: number } | null;
}

/** Who is asking what things cost, and when. */
export interface PriceQuestion {
  readonly currency: Currency;
  /** Null for a guest, who is in no customer group. */
  readonly customerId: string | null;
  readonly at: Date;
  /** Asks for collections and categories too. */
  readonly withGroups?: boolean;
}

interface Params extends Required<PriceQuestion> {
  readonly variantIds: readonly string[];
}

// The planner expects one row of a range it cannot see, and so keeps one plan for any cart: planning costs more than running.
const purchasables = defineStatement<Params, Row>('purchasables', (db, param) => ({
  compile: () =>
    sql<Row>`
    with ${askingTable(param('customerId'))}
    select v.id as "variantId", p.kind, v.sku, p.slug as "productSlug", p.name as "productName", v.name as "variantName",
      v.active and ${isPublic} as sellable,
      price.amount_minor as "priceMinor", price.compare_at_minor as "compareAtMinor",
      p.id as "productId",
      case when ${param('withGroups')}::boolean then array(
        select c.collection_id from collection_product c where c.product_id = p.id) end as "collectionIds",
      case when ${param('withGroups')}::boolean then array(
        select distinct above.id from product_category own join category c on c.id = own.category_id
        join category above on starts_with(c.path || '/', above.path || '/')
        where own.product_id = p.id) end as "categoryIds",
      ${availableOfVariant} as available, v.weight_grams as "weightGrams", p.tax_category as "taxCategory",
      (select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
       from product_media m where m.product_id = p.id order by m.id = v.media_id desc nulls last, m.position limit 1) as media
    from asking cross join unnest(${param('variantIds')}::uuid[]) with ordinality as wanted (id, place)
    join product_variant v on v.id = wanted.id
    join product p on p.id = v.product_id
    left join lateral effective_price(v.id, ${param('currency')}::bpchar, asking.groups, ${param('at')}::timestamptz) price on true
    where wanted.place between 1 and cardinality(${param('variantIds')}::uuid[])`.compile(db),
}));

/** The variants by id, at the price of `effective_price` for the customer; an unknown id has no entry. */
export async function loadPurchasables(
  reader: Reader,
  variantIds: readonly string[],
  question: PriceQuestion,
): Promise<Map<string, Purchasable>> {
  if (variantIds.length === 0) return new Map();
  const rows = await runOn(reader, purchasables, { withGroups: false, ...question, variantIds });
  return new Map(
    rows.map(({ media, ...row }) => [
      row.variantId,
      { ...row, image: media && imageOf(media), imageKey: media?.key ?? null },
    ]),
  );
}
