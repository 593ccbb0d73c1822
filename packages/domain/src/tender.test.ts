import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies } from './money.ts';
import { payWithCredit, returnCreditTo, smallestChargeMinor } from './tender.ts';

const accounts = [
  { id: 'first', balanceMinor: 2500 },
  { id: 'second', balanceMinor: 5000 },
];

function pay(totalMinor: number, excludedMinor = 0) {
  return payWithCredit({ currency: 'USD', totalMinor, excludedMinor, accounts });
}

describe('paying with credit', () => {
  test('takes one account after the other and leaves the rest to be paid', () => {
    expect(pay(10_000)).toEqual({
      parts: [
        { id: 'first', amountMinor: 2500 },
        { id: 'second', amountMinor: 5000 },
      ],
      creditMinor: 7500,
      dueMinor: 2500,
    });
  });

  test('takes part of an account, and none that is not needed', () => {
    expect(pay(2000)).toEqual({
      parts: [{ id: 'first', amountMinor: 2000 }],
      creditMinor: 2000,
      dueMinor: 0,
    });
  });

  test('does not pay what credit may not pay', () => {
    expect(pay(3000, 3000)).toEqual({ parts: [], creditMinor: 0, dueMinor: 3000 });
    expect(pay(5000, 3000)).toMatchObject({ creditMinor: 2000, dueMinor: 3000 });
  });

  test('leaves nothing that the gateway would not take', () => {
    expect(pay(7510)).toMatchObject({ creditMinor: 7460, dueMinor: 50 });
    expect(pay(7550)).toMatchObject({ creditMinor: 7500, dueMinor: 50 });
    expect(pay(20, 20)).toEqual({ parts: [], creditMinor: 0, dueMinor: 20 });
  });

  test('is exact for any accounts', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...currencies),
        fc.array(amount, { maxLength: 6 }),
        amount,
        amount,
        (currency, balances, payable, excludedMinor) => {
          const totalMinor = payable + excludedMinor;
          const held = balances.map((balanceMinor, index) => ({ id: String(index), balanceMinor }));
          const { parts, creditMinor, dueMinor } = payWithCredit({
            currency,
            totalMinor,
            excludedMinor,
            accounts: held,
          });
          expect(creditMinor + dueMinor).toBe(totalMinor);
          expect(parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(creditMinor);
          expect(creditMinor).toBeLessThanOrEqual(payable);
          for (const { id, amountMinor } of parts) {
            expect(amountMinor).toBeGreaterThan(0);
            expect(amountMinor).toBeLessThanOrEqual(balances[Number(id)] ?? 0);
          }
          if (creditMinor > 0 && dueMinor > 0)
            expect(dueMinor).toBeGreaterThanOrEqual(smallestChargeMinor(currency));
        },
      ),
    );
  });

  test.each([
    { totalMinor: -1, excludedMinor: 0 },
    { totalMinor: 1, excludedMinor: 2 },
    { totalMinor: 1, excludedMinor: -1 },
  ])('refuses $totalMinor with $excludedMinor excluded', (amounts) => {
    expect(() => payWithCredit({ currency: 'USD', accounts: [], ...amounts })).toThrow('INPUT_INVALID');
  });
});

describe('giving credit back', () => {
  const spent = [
    { id: 'first', leftMinor: 2500 },
    { id: 'second', leftMinor: 1000 },
  ];

  test('gives the last account its own first', () => {
    expect(returnCreditTo(1200, spent)).toEqual([
      { id: 'second', amountMinor: 1000 },
      { id: 'first', amountMinor: 200 },
    ]);
  });

  test('gives nobody more than they gave', () => {
    expect(returnCreditTo(9000, spent)).toEqual([
      { id: 'second', amountMinor: 1000 },
      { id: 'first', amountMinor: 2500 },
    ]);
    expect(returnCreditTo(0, spent)).toEqual([]);
    expect(() => returnCreditTo(-1, spent)).toThrow('INPUT_INVALID');
  });
});
