import { expect, test } from 'vitest';
import { type MethodDraft, readDraft, toDraft } from './method-values.ts';

const rate = { offered: true, amount: '5.95', freeOver: '75', steps: [] };

function draft(change: Partial<MethodDraft>): MethodDraft {
  const empty = toDraft(null);
  return { ...empty, name: 'Standard', rates: { ...empty.rates, USD: rate }, ...change };
}

test('a flat rate is read in minor units, and only where it is offered', () => {
  expect(readDraft(draft({}), 3)).toMatchObject({
    name: 'Standard',
    position: 3,
    pickupAddress: null,
    rates: [{ currency: 'USD', amountMinor: 595, freeOverMinor: 7500, bands: [] }],
  });
});

test('steps are grams or minor units, the last may end the offer', () => {
  const steps = [
    { key: 'a', from: '1,5', amount: '9' },
    { key: 'b', from: '20', amount: '' },
  ];
  const rates = { ...draft({}).rates, USD: { ...rate, steps } };
  expect(readDraft(draft({ basis: 'weight', rates }), 0)).toMatchObject({
    rates: [
      {
        bands: [
          { from: 1500, amountMinor: 900 },
          { from: 20_000, amountMinor: null },
        ],
      },
    ],
  });
  expect(readDraft(draft({ basis: 'subtotal', rates }), 0)).toMatchObject({
    rates: [{ bands: [{ from: 150 }, { from: 2000 }] }],
  });
});

test.each([
  [{ name: ' ' }, 'A method needs a name.'],
  [{ minDays: 9, maxDays: 2 }, 'The fewest days are more than the most.'],
  [{ isPickup: true }, 'Choose where the stock lies.'],
  [{ rates: toDraft(null).rates }, 'Offer it in one currency at least.'],
  [{ rates: { ...toDraft(null).rates, EUR: { ...rate, amount: 'x' } } }, 'EUR: say what it costs.'],
])('%o is refused', (change, sentence) => {
  expect(readDraft(draft(change as Partial<MethodDraft>), 0)).toBe(sentence);
});
