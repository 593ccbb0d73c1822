import { maintainedTaxRates } from '@turing/domain';
import { insertRows, type Queryable } from '../src/testing/insert.ts';
import { promotionsAt } from './commerce/promotions.ts';
import { regions } from './commerce/regions.ts';
import { registrations } from './commerce/taxes.ts';
import type { NewId } from './ids.ts';
import { writeShipping } from './write-shipping.ts';
import type { Locations } from './write-stock.ts';

/** Writes how parcels travel, what is taxed, where the shop sells and which codes there are; gives the codes' ids. */
export async function writeTerms(
  db: Queryable,
  { newId, now, locations }: { newId: NewId; now: Date; locations: Locations },
): Promise<Map<string, string>> {
  await writeShipping(db, () => newId(now), locations);
  await writeTaxes(db);
  await writeRegions(db, () => newId(now));
  return writePromotions(db, () => newId(now), now);
}

async function writeTaxes(db: Queryable): Promise<void> {
  await insertRows(
    db,
    'tax_rate',
    maintainedTaxRates().map(({ ratePpm, shippingTaxed, validFrom, validUntil, ...rate }) => ({
      ...rate,
      rate_ppm: ratePpm,
      shipping_taxed: shippingTaxed,
      valid_from: validFrom,
      valid_until: validUntil,
    })),
  );
  await insertRows(db, 'tax_registration', registrations());
}

async function writeRegions(db: Queryable, newId: () => string): Promise<void> {
  const rows = regions.map((region) => ({ id: newId(), ...region }));
  await insertRows(
    db,
    'region',
    rows.map(({ countries: _countries, taxInclusive, ...region }, position) => ({
      ...region,
      tax_inclusive: taxInclusive,
      is_default: position === 0,
      position,
    })),
  );
  await insertRows(
    db,
    'region_country',
    rows.flatMap(({ id, countries }) => countries.map((country) => ({ country, region_id: id }))),
  );
}

async function writePromotions(db: Queryable, newId: () => string, now: Date): Promise<Map<string, string>> {
  const promotions = promotionsAt(now).map((promotion) => ({ id: newId(), ...promotion }));
  await insertRows(
    db,
    'promotion',
    promotions.map(({ id, code: _code, minimumSubtotalMinor, startsAt, endsAt, usageLimit, ...terms }) => ({
      id,
      ...terms,
      minimum_subtotal_minor: minimumSubtotalMinor,
      starts_at: startsAt,
      ends_at: endsAt,
      usage_limit: usageLimit,
      created_at: startsAt,
      updated_at: startsAt,
    })),
  );
  await insertRows(
    db,
    'promotion_code',
    promotions.map(({ id, code, startsAt }) => ({ promotion_id: id, code, created_at: startsAt })),
  );
  return new Map(promotions.map(({ code, id }) => [code, id]));
}
