import { normalisePostalCode, tableTax } from '@turing/domain';
import { findTerms } from '../checkout-store.ts';
import type { Context } from '../../context.ts';
import { offersOf } from './offers.ts';
import type { TriedAddress, TryAddressInput } from './schemas.ts';
import { findZoneName } from './zone-of-store.ts';

/** What a buyer at an address would be offered and taxed, by the shop's own tables: no carrier and no tax service is asked. */
export async function tryAddress(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: TryAddressInput,
): Promise<TriedAddress> {
  const { country, region, currency, weightGrams, subtotalMinor, category } = input;
  const postalCode = normalisePostalCode(input.postalCode);
  const place = { country, region, postalCode };
  const terms = await findTerms(db.reader, { ...place, currency, at: now(), variantIds: [], quantities: [] });
  const offers = offersOf(terms.methods, { weightGrams, subtotalMinor }, null).map((offer) => ({
    ...offer,
    amountMinor: offer.freeOverMinor !== null && subtotalMinor >= offer.freeOverMinor ? 0 : offer.amountMinor,
  }));
  const inclusive = terms.inclusive[country] ?? terms.rates[0]?.inclusive ?? false;
  const shippingMinor = offers[0]?.amountMinor ?? 0;
  const tax = tableTax(terms.rates, { country, region, inclusive })({
    lines: [{ id: 'goods', amountMinor: subtotalMinor, category }],
    shippingMinor,
  });
  const added = inclusive ? 0 : tax.shares.reduce((sum, share) => sum + share.taxMinor, 0);
  return {
    zone: await findZoneName(db.reader, place),
    methods: offers.map(({ code, name, amountMinor, minDays, maxDays, pickup }) => ({
      code,
      name,
      amountMinor,
      minDays,
      maxDays,
      isPickup: pickup !== null,
    })),
    taxInclusive: inclusive,
    taxes: [...tax.shares],
    shippingTaxMinor: tax.shippingTaxMinor,
    totalMinor: subtotalMinor + shippingMinor + added,
  };
}
