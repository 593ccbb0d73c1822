import { sql } from 'kysely';

/** Whether the shop shows product `p`. */
export const isPublic = sql`p.status = 'active' and p.published_at <= now()
  and (p.unpublish_at is null or p.unpublish_at > now())`;

/** What can be bought of stock level `s`, backorders included; a location that is not active sells nothing. */
const canBePromised = sql`s.active and s.on_hand + s.backorder_limit > s.allocated`;

/** The most that one location can serve of variant `v`: an order line ships from one location. */
export const availableOfVariant = sql`coalesce((
  select max(s.on_hand + s.backorder_limit - s.allocated) from stock_level s where s.variant_id = v.id and s.active), 0)`;

export const isInStock = sql`exists (
  select 1 from product_variant v join stock_level s on s.variant_id = v.id
  where v.product_id = p.id and v.active and ${canBePromised})`;
