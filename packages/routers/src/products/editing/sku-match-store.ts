import type { Database } from '@turing/db';
import { sql } from 'kysely';
import type { MatchedVariant, MatchSkusInput } from './variant-schemas.ts';

/** The variants with these SKUs, as they are written or in capitals, and what lies of them at a location. */
export async function matchSkus(
  { reader }: Database,
  { skus, locationId }: MatchSkusInput,
): Promise<MatchedVariant[]> {
  const { rows } = await sql<MatchedVariant>`
    select v.id as "variantId", v.sku, v.name as "variantName", p.name as "productName",
      coalesce(level.on_hand, 0) as "onHand", coalesce(level.allocated, 0) as allocated
    from product_variant v join product p on p.id = v.product_id
    left join stock_level level on level.variant_id = v.id and level.location_id = ${locationId}::uuid
    where v.sku = any (${skus}::text[]) or v.sku = any (${skus.map((sku) => sku.toUpperCase())}::text[])
    order by v.sku`.execute(reader);
  return rows;
}
