import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditedTaxes, paperSizeOf } from './document.ts';

describe('paperSizeOf', () => {
  it('knows who prints on what', () => {
    expect(['US', 'CA', 'MX', 'DE', 'GB', 'JP', 'AU'].map(paperSizeOf)).toEqual([
      'LETTER',
      'LETTER',
      'LETTER',
      'A4',
      'A4',
      'A4',
      'A4',
    ]);
  });
});

describe('creditedTaxes', () => {
  const vat = { name: 'VAT', ratePpm: 190_000 };

  it('is the share of the amount', () => {
    const taxes = [{ ...vat, taxableMinor: 10_000, taxMinor: 1900 }];
    expect(creditedTaxes({ taxes, totalMinor: 11_900, beforeMinor: 0, amountMinor: 5950 })).toEqual([
      { ...vat, taxableMinor: 5000, taxMinor: 950 },
    ]);
  });

  it('of nothing is nothing', () => {
    expect(creditedTaxes({ taxes: [], totalMinor: 0, beforeMinor: 0, amountMinor: 0 })).toEqual([]);
    expect(
      creditedTaxes({
        taxes: [{ ...vat, taxableMinor: 0, taxMinor: 0 }],
        totalMinor: 0,
        beforeMinor: 0,
        amountMinor: 0,
      }),
    ).toEqual([{ ...vat, taxableMinor: 0, taxMinor: 0 }]);
  });

  it('adds up to the taxes of the invoice, none below zero, however it is refunded in parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ taxableMinor: fc.nat(10_000_000), taxMinor: fc.nat(3_000_000) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }),
        fc.nat(500_000),
        (parts, cuts, shipping) => {
          const taxes = parts.map((part) => ({ ...vat, ...part }));
          const totalMinor = shipping + taxes.reduce((sum, tax) => sum + tax.taxableMinor + tax.taxMinor, 0);
          const ends = cuts.map((cut) => Math.floor((totalMinor * cut) / 1000)).toSorted((a, b) => a - b);
          let beforeMinor = 0;
          const credited = taxes.map(() => ({ taxableMinor: 0, taxMinor: 0 }));
          for (const end of [...ends, totalMinor]) {
            const note = creditedTaxes({ taxes, totalMinor, beforeMinor, amountMinor: end - beforeMinor });
            for (const [index, share] of note.entries()) {
              expect(share.taxMinor).toBeGreaterThanOrEqual(0);
              expect(share.taxableMinor).toBeGreaterThanOrEqual(0);
              credited[index]!.taxMinor += share.taxMinor;
              credited[index]!.taxableMinor += share.taxableMinor;
            }
            beforeMinor = end;
          }
          if (totalMinor > 0) expect(credited).toEqual(parts);
        },
      ),
    );
  });
});
