import type { Reader } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';

export interface ShippingOffer {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly amountMinor: number;
  readonly freeOverMinor: number | null;
}

export interface TaxRule {
  readonly name: string;
  readonly ratePpm: number;
  readonly inclusive: boolean;
  readonly shippingTaxed: boolean;
}

/** The active methods that serve a country and have a rate in the currency. */
export async function listShippingOffers(
  reader: Reader,
  country: string,
  currency: Currency,
): Promise<ShippingOffer[]> {
  return reader
    .selectFrom('shipping_method as m')
    .innerJoin('shipping_rate as r', 'r.method_id', 'm.id')
    .select([
      'm.code',
      'm.name',
      'm.description',
      'm.min_days as minDays',
      'm.max_days as maxDays',
      'r.amount_minor as amountMinor',
      'r.free_over_minor as freeOverMinor',
    ])
    .where('m.active', '=', true)
    .where('r.currency', '=', currency)
    .where(sql<boolean>`${country} = any (m.countries)`)
    .orderBy('m.position')
    .orderBy('m.code')
    .execute();
}

/** The region's rule before the country's; null where the shop collects no tax. */
export async function findTaxRule(
  reader: Reader,
  country: string,
  region: string | null,
): Promise<TaxRule | null> {
  const rule = await reader
    .selectFrom('tax_rate')
    .select(['name', 'rate_ppm as ratePpm', 'inclusive', 'shipping_taxed as shippingTaxed'])
    .where('country', '=', country)
    .where('region', 'in', ['', region?.toUpperCase() ?? ''])
    .orderBy('region', 'desc')
    .limit(1)
    .executeTakeFirst();
  return rule ?? null;
}
