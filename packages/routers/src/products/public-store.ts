import { sql } from 'kysely';

/** Whether the shop shows product `p`. */
export const isPublic = sql`p.status = 'active' and p.published_at <= now()
  and (p.unpublish_at is null or p.unpublish_at > now())`;

export const isInStock = sql`exists (
  select 1 from product_variant v join stock_level s on s.variant_id = v.id
  where v.product_id = p.id and v.active and s.on_hand > s.allocated)`;
