import { defineStatement, type Reader, runOn } from '@turing/db';
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

export interface Destination {
  readonly country: string;
  readonly region: string | null;
  readonly currency: Currency;
}

interface Row extends ShippingOffer {
  readonly tax: TaxRule | null;
}

const find = defineStatement<Destination, Row>('checkout_terms', (db, param) => ({
  compile: () =>
    sql<Row>`
    select m.code, m.name, m.description, m.min_days as "minDays", m.max_days as "maxDays",
      r.amount_minor as "amountMinor", r.free_over_minor as "freeOverMinor", tax.rule as tax
    from shipping_method m
    join shipping_rate r on r.method_id = m.id and r.currency = ${param('currency')}::bpchar
    left join lateral (
      select json_build_object('name', name, 'ratePpm', rate_ppm, 'inclusive', inclusive, 'shippingTaxed', shipping_taxed) as rule
      from tax_rate
      where country = ${param('country')}::bpchar and region in ('', upper(coalesce(${param('region')}::text, '')))
      order by region desc limit 1
    ) tax on true
    where m.active and ${param('country')}::text = any (m.countries)
    order by m.position, m.code`.compile(db),
}));

/**
 * The active methods that serve a place and have a rate in the currency, and its tax rule: the region's before the
 * country's, null where the shop collects no tax.
 */
export async function findTerms(
  reader: Reader,
  destination: Destination,
): Promise<{ readonly offers: readonly ShippingOffer[]; readonly tax: TaxRule | null }> {
  const rows = await runOn(reader, find, destination);
  return { offers: rows.map(({ tax: _tax, ...offer }) => offer), tax: rows[0]?.tax ?? null };
}
