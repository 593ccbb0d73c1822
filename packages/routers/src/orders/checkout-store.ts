import { defineStatement, type Reader, runOn } from '@turing/db';
import type { Currency, PostalAddress, RateBand, RateBasis, TaxRateTerms } from '@turing/domain';
import { sql } from 'kysely';

/** A method as the shop keeps it, with its rate in one currency. */
export interface ShippingMethodRow {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly kind: 'delivery' | 'pickup';
  readonly basis: RateBasis;
  readonly carrierService: string | null;
  readonly locationId: string | null;
  readonly pickupAddress: Omit<PostalAddress, 'name' | 'phone'> | null;
  readonly amountMinor: number;
  readonly freeOverMinor: number | null;
  readonly bands: readonly RateBand[];
}

/** A rate the shop collects, and whether prices contain it where no region says otherwise. */
export interface CollectedRate extends TaxRateTerms {
  readonly inclusive: boolean;
}

/** Everything the shop itself knows about sending goods to a place. */
export interface PlaceTerms {
  readonly methods: readonly ShippingMethodRow[];
  /** Of the place, and of each place where the goods can be fetched. */
  readonly rates: readonly CollectedRate[];
  /** Whether prices contain tax, by country; a country that is in no region is not in it. */
  readonly inclusive: Readonly<Record<string, boolean>>;
}

export interface PlaceQuestion {
  readonly country: string;
  readonly region: string | null;
  /** As zones compare it; '' when it is not known yet. */
  readonly postalCode: string;
  readonly currency: Currency;
  readonly at: Date;
  /** What must lie where the goods are fetched. */
  readonly variantIds: readonly string[];
  readonly quantities: readonly number[];
}

// Zones that name the place most exactly win: by postal code before by region before by country. Of two rates that hold the newer is
// first, and counts.
const find = defineStatement<PlaceQuestion, PlaceTerms>('checkout_terms', (db, param) => ({
  compile: () =>
    sql<PlaceTerms>`
    with named as (
      select zone_id, (postal_from <> '')::int * 2 + (region <> '')::int as exactness from shipping_zone_place
      where country = ${param('country')}::bpchar and region in ('', upper(coalesce(${param('region')}::text, '')))
        and (postal_from = '' or left(${param('postalCode')}::text, length(postal_from)) collate "C" between postal_from and postal_to)
    ), offered as (
      select m.*, z.position as zone_position, r.amount_minor, r.free_over_minor, r.bands
      from shipping_zone z
      join shipping_method m on m.zone_id = z.id and m.active
      join shipping_rate r on r.method_id = m.id and r.currency = ${param('currency')}::bpchar
      where z.id in (select zone_id from named where exactness = (select max(exactness) from named))
        and (m.kind = 'delivery' or not exists (
          select from unnest(${param('variantIds')}::uuid[], ${param('quantities')}::int[]) as wanted (variant_id, quantity)
          left join stock_level s on s.variant_id = wanted.variant_id and s.location_id = m.location_id and s.active
          where coalesce(s.on_hand - s.allocated, 0) < wanted.quantity))
    ), place as (
      select ${param('country')}::text as country, upper(coalesce(${param('region')}::text, '')) as region
      union
      select pickup_address->>'country', upper(coalesce(pickup_address->>'region', '')) from offered where kind = 'pickup'
    )
    select
      (select coalesce(json_agg(json_build_object(
        'code', code, 'name', name, 'description', description, 'minDays', min_days, 'maxDays', max_days, 'kind', kind,
        'basis', basis, 'carrierService', carrier_service, 'locationId', location_id, 'pickupAddress', pickup_address,
        'amountMinor', amount_minor, 'freeOverMinor', free_over_minor, 'bands', bands
      ) order by kind, zone_position, position, code), '[]') from offered) as methods,
      (select coalesce(json_agg(json_build_object(
        'country', t.country, 'region', t.region, 'category', t.category, 'name', t.name, 'jurisdiction', t.jurisdiction,
        'ratePpm', t.rate_ppm, 'shippingTaxed', t.shipping_taxed, 'adds', t.adds, 'inclusive', t.inclusive
      ) order by t.region, t.category, t.valid_from desc, t.name), '[]') from tax_rate t
      join tax_registration g on g.country = t.country and g.region = t.registration and g.active
      where exists (select from place where place.country = t.country and t.region in ('', place.region))
        and t.valid_from <= (${param('at')}::timestamptz at time zone 'utc')::date
        and (t.valid_until is null or t.valid_until > (${param('at')}::timestamptz at time zone 'utc')::date)) as rates,
      (select coalesce(json_object_agg(c.country, r.tax_inclusive), '{}') from region_country c join region r on r.id = c.region_id
      where r.active and c.country in (select place.country from place)) as inclusive`.compile(db),
}));

/** What is offered, collected and shown for goods that go to a place. */
export async function findTerms(reader: Reader, question: PlaceQuestion): Promise<PlaceTerms> {
  const [terms] = await runOn(reader, find, question);
  if (terms === undefined) throw new Error('the terms of a place are always one row');
  return terms;
}
