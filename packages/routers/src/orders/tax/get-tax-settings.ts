import { maintainedTaxRates } from '@turing/domain';
import type { Context } from '../../context.ts';
import { keyOf, listRates } from './rate-store.ts';
import { listRegistrations } from './registration-store.ts';
import type { TaxSettings } from './schemas.ts';

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
    registrations,
    rates,
    newer: newer.length,
  };
}
