import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareRefund } from './share-refund.ts';

test('the first payments give first, the last only what is missing', () => {
  const sources = [
    { id: 'difference', leftMinor: 300 },
    { id: 'spent', leftMinor: 0 },
    { id: 'order', leftMinor: 1000 },
  ];
  expect(shareRefund(200, sources)).toEqual([{ id: 'difference', amountMinor: 200 }]);
  expect(shareRefund(500, sources)).toEqual([
    { id: 'difference', amountMinor: 300 },
    { id: 'order', amountMinor: 200 },
  ]);
  expect(() => shareRefund(1301, sources)).toThrow('REFUND_EXCEEDS_CAPTURE');
  expect(() => shareRefund(0, sources)).toThrow('INPUT_INVALID');
});

test('shares sum to the refund and none is more than its payment has left', () => {
  const amounts = fc.array(fc.integer({ min: -50, max: 1_000_000 }), { maxLength: 6 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 2_000_000 }), (lefts, wanted) => {
      const sources = lefts.map((leftMinor, index) => ({ id: String(index), leftMinor }));
      const most = lefts.reduce((sum, left) => sum + Math.max(0, left), 0);
      if (wanted > most) {
        expect(() => shareRefund(wanted, sources)).toThrow('REFUND_EXCEEDS_CAPTURE');
        return;
      }
      const shares = shareRefund(wanted, sources);
      expect(shares.reduce((sum, share) => sum + share.amountMinor, 0)).toBe(wanted);
      for (const { id, amountMinor } of shares) {
        expect(amountMinor).toBeGreaterThan(0);
        expect(amountMinor).toBeLessThanOrEqual(lefts[Number(id)] ?? 0);
      }
    }),
  );
});
