import type { Currency } from '@turing/domain';
import { insertRows, type Queryable } from '../src/testing/insert.ts';
import { promotionsAt } from './commerce/promotions.ts';
import { shippingMethods } from './commerce/shipping.ts';
import { taxTerms } from './commerce/taxes.ts';
import type { NewId } from './ids.ts';

/** Writes how parcels travel, what is taxed and which codes there are; gives the codes' ids. */
export async function writeTerms(db: Queryable, newId: NewId, now: Date): Promise<Map<string, string>> {
  await writeShipping(db, () => newId(now));
  await insertRows(
    db,
    'tax_rate',
    taxTerms().map(({ ratePpm, shippingTaxed, ...tax }) => ({
      ...tax,
      rate_ppm: ratePpm,
      shipping_taxed: shippingTaxed,
    })),
  );
  return writePromotions(db, () => newId(now), now);
}

async function writeShipping(db: Queryable, newId: () => string): Promise<void> {
  const methods = shippingMethods.map((method, position) => ({ id: newId(), position, ...method }));
  await insertRows(
    db,
    'shipping_method',
    methods.map(({ days: [fewest, most], amounts: _amounts, freeOver: _freeOver, countries, ...method }) => ({
      ...method,
      countries: [...countries],
      min_days: fewest,
      max_days: most,
    })),
  );
  await insertRows(
    db,
    'shipping_rate',
    methods.flatMap(({ id, amounts, freeOver }) =>
      (Object.keys(amounts) as Currency[]).map((currency) => ({
        method_id: id,
        currency,
        amount_minor: amounts[currency],
        free_over_minor: freeOver?.[currency] ?? null,
      })),
    ),
  );
}

async function writePromotions(db: Queryable, newId: () => string, now: Date): Promise<Map<string, string>> {
  const promotions = promotionsAt(now).map((promotion) => ({ id: newId(), ...promotion }));
  await insertRows(
    db,
    'promotion',
    promotions.map(({ id, code, name, kind, currency, ...terms }) => ({
      id,
      code,
      name,
      kind,
      currency,
      rate_ppm: terms.ratePpm,
      amount_minor: terms.amountMinor,
      minimum_subtotal_minor: terms.minimumSubtotalMinor,
      starts_at: terms.startsAt,
      ends_at: terms.endsAt,
      usage_limit: terms.usageLimit,
    })),
  );
  return new Map(promotions.map(({ code, id }) => [code, id]));
}
