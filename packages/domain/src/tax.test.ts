import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, parseMajor, toMajorString } from './currency.ts';
import { maintainedTaxRates } from './maintained-tax-rates.ts';
import { tableTax, taxCategories, type TaxRateTerms, type TaxResult } from './tax.ts';

const rates = maintainedTaxRates().filter((rate) => rate.validUntil === null);
const taxIn = (country: string, region: string | null = null) =>
  tableTax(rates, { country, region, inclusive: country !== 'US' && country !== 'CA' });
const line = (amountMinor: number, category = 'standard') => ({ id: category, amountMinor, category });

function sumOf(result: TaxResult): number {
  return result.lines.reduce((sum, each) => sum + each.taxMinor, result.shippingTaxMinor);
}

describe('the table', () => {
  test('taxes a state’s goods and, by its rule, shipping', () => {
    expect(taxIn('US', 'CA')({ lines: [line(10_000)], shippingMinor: 500 })).toEqual({
      inclusive: false,
      lines: [{ taxMinor: 725, ratePpm: 72_500 }],
      shippingTaxMinor: 0,
      shares: [
        {
          name: 'Sales tax',
          jurisdiction: 'California',
          ratePpm: 72_500,
          taxableMinor: 10_000,
          taxMinor: 725,
        },
      ],
    });
    const texas = taxIn('US', 'TX')({ lines: [line(10_000)], shippingMinor: 500 });
    expect(texas).toMatchObject({ shippingTaxMinor: 31, shares: [{ taxableMinor: 10_500, taxMinor: 656 }] });
    expect(sumOf(taxIn('US', 'OR')({ lines: [line(10_000)], shippingMinor: 500 }))).toBe(0);
  });

  test('finds VAT inside, reduced goods at their rate, shipping split by what is sent', () => {
    const mixed = taxIn('DE')({ lines: [line(11_900), line(10_700, 'reduced')], shippingMinor: 1_000 });
    expect(mixed.lines).toEqual([
      { taxMinor: 1_900, ratePpm: 190_000 },
      { taxMinor: 700, ratePpm: 70_000 },
    ]);
    // 527 of the shipping go with the first, 473 with the second.
    expect(mixed.shippingTaxMinor).toBe(84 + 31);
    expect(mixed.shares.map(({ ratePpm, taxMinor }) => [ratePpm, taxMinor])).toEqual([
      [190_000, 1_984],
      [70_000, 731],
    ]);
  });

  test('adds a province’s tax to the country’s, or puts HST in its place', () => {
    const vancouver = taxIn('CA', 'BC')({ lines: [line(10_000)], shippingMinor: 0 });
    expect(vancouver.shares.map(({ name, taxMinor }) => [name, taxMinor])).toEqual([
      ['GST', 500],
      ['PST', 700],
    ]);
    const toronto = taxIn('CA', 'ON')({ lines: [line(10_000)], shippingMinor: 0 });
    expect(toronto.shares.map(({ name, taxMinor }) => [name, taxMinor])).toEqual([['HST', 1_300]]);
  });

  test('leaves gift cards and exempt goods alone, and has no reduced rate where there is none', () => {
    const cards = taxIn('DE')({ lines: [line(5_000, 'gift_card'), line(900, 'exempt')], shippingMinor: 400 });
    expect(sumOf(cards)).toBe(0);
    expect(taxIn('US', 'CA')({ lines: [line(1_000, 'reduced')], shippingMinor: 0 }).lines[0]?.taxMinor).toBe(
      73,
    );
  });

  test('taxes nothing where it knows no rate', () => {
    expect(taxIn('JP')({ lines: [line(1_000)], shippingMinor: 100 })).toMatchObject({ shares: [] });
  });
});

test('no rate holds twice on a day, and each says where it is from', () => {
  const all = maintainedTaxRates();
  for (const rate of all) {
    const same = all.filter(
      (other) =>
        other !== rate &&
        `${other.country} ${other.region} ${other.category} ${other.name}` ===
          `${rate.country} ${rate.region} ${rate.category} ${rate.name}`,
    );
    const overlaps = same.filter(
      (other) =>
        (other.validUntil === null || other.validUntil > rate.validFrom) &&
        (rate.validUntil === null || rate.validUntil > other.validFrom),
    );
    expect(overlaps).toEqual([]);
    expect(rate.source).not.toBe('');
    expect(rate.ratePpm).toBeGreaterThanOrEqual(0);
    expect(rate.ratePpm).toBeLessThanOrEqual(270_000);
  }
  expect(all.filter((rate) => rate.country === 'US')).toHaveLength(51);
  expect(
    new Set(all.filter((rate) => !['US', 'CA', 'GB'].includes(rate.country)).map((rate) => rate.country))
      .size,
  ).toBe(27);
});

const anyRate: fc.Arbitrary<TaxRateTerms> = fc.record({
  country: fc.constant('XX'),
  region: fc.constantFrom('', 'A'),
  category: fc.constantFrom('standard', 'reduced'),
  name: fc.constantFrom('One', 'Two', 'Three'),
  jurisdiction: fc.constantFrom('X', 'A'),
  ratePpm: fc.nat({ max: 400_000 }),
  shippingTaxed: fc.boolean(),
  adds: fc.boolean(),
});
const anyGoods = fc.record({
  lines: fc.array(
    fc.record({
      id: fc.string(),
      amountMinor: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 90_000_000 })),
      category: fc.constantFrom(...taxCategories),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  shippingMinor: fc.oneof(fc.constant(0), fc.nat({ max: 20_000 })),
});

// Minor units are all that is reckoned in, so a yen and a fils are treated as a cent is.
test.each(['USD', 'EUR', 'JPY', 'KWD'])('shares, lines and shipping sum exactly in %s', (currency) => {
  fc.assert(
    fc.property(fc.array(anyRate, { maxLength: 8 }), anyGoods, fc.boolean(), (table, goods, inclusive) => {
      const result = tableTax(table, { country: 'XX', region: 'A', inclusive })(goods);
      const shared = result.shares.reduce((sum, share) => sum + share.taxMinor, 0);
      expect(shared).toBe(sumOf(result));
      for (const [index, taxed] of result.lines.entries()) {
        const amountMinor = goods.lines[index]?.amountMinor ?? 0;
        expect(taxed.taxMinor).toBeGreaterThanOrEqual(0);
        if (inclusive) expect(taxed.taxMinor).toBeLessThanOrEqual(amountMinor);
      }
      const total = goods.lines.reduce((sum, each) => sum + each.amountMinor, shared);
      expect(parseMajor(toMajorString(total, currency), currency)).toBe(total);
      expect(formatMoney({ amountMinor: total, currency })).not.toContain('NaN');
    }),
    { numRuns: 5_000 },
  );
});
