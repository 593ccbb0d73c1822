import { maintainedTaxRates } from '@turing/domain';
import type { Context } from '../../context.ts';
import { keyOf, listRates } from './rate-store.ts';
import { listRegistrations } from './registration-store.ts';
import type { TaxRate, TaxRegistration, TaxSettings } from './schemas.ts';

/** Where the shop collects tax, at which rates, and whether the maintained table knows newer ones. */
export async function getTaxSettings({
  db,
  taxCalculator,
}: Pick<Context, 'db' | 'taxCalculator'>): Promise<TaxSettings> {
  const [registrations, rates] = await Promise.all([listRegistrations(db.reader), listRates(db.reader)]);
  const mine = new Map(rates.map((rate) => [keyOf(rate), rate]));
  const newer = maintainedTaxRates().filter((rate) => {
    const known = mine.get(keyOf(rate));
    return known === undefined || (known.validUntil === null && rate.validUntil !== null);
  });
  return {
    provider: taxCalculator?.provider ?? 'table',
    whenAway: taxCalculator?.whenAway ?? null,
    registrations: withUndecided(registrations, rates),
    rates,
    newer: newer.length,
  };
}

/** A place there is a rate for and nobody has decided about is one where nothing is collected. */
function withUndecided(decided: readonly TaxRegistration[], rates: readonly TaxRate[]): TaxRegistration[] {
  const places = new Map(decided.map((each) => [`${each.country} ${each.region}`, each]));
  for (const { country, registration: region } of rates) {
    const key = `${country} ${region}`;
    if (!places.has(key)) places.set(key, { country, region, active: false, number: '', version: 0 });
  }
  return [...places.values()];
}
