import { describe, expect, it } from 'vitest';
import { emptyRefund, majorOf, quoteDraft, wishOf } from './refund-wish.ts';

const order = {
  currency: 'USD',
  lines: [{ id: 'a', quantity: 2, totalMinor: 4999, taxMinor: 0, refundedQuantity: 0 }],
  shippingLeftMinor: 500,
  availableMinor: 5499,
};

describe('wishOf', () => {
  it('reads amounts of a number field exactly', () => {
    expect(wishOf({ ...emptyRefund, extra: 19.99, shipping: '4.35' }, 'USD')).toMatchObject({
      extraMinor: 1999,
      shippingMinor: 435,
      returnShippingMinor: 0,
    });
    expect(majorOf(435, 'USD')).toBe(4.35);
  });

  it('leaves lines of nothing out', () => {
    expect(wishOf({ ...emptyRefund, quantities: { a: 0, b: 2 } }, 'USD').lines).toEqual([
      { orderLineId: 'b', quantity: 2 },
    ]);
  });
});

describe('quoteDraft', () => {
  it('sums what the server will', () => {
    const { quote } = quoteDraft(order, { ...emptyRefund, quantities: { a: 1 }, restockingFee: 1 });
    expect(quote?.totalMinor).toBe(2399);
  });

  it('says what is wrong', () => {
    expect(quoteDraft(order, { ...emptyRefund, shipping: 6 }).problem).toBe('REFUND_INVALID');
    expect(quoteDraft(order, { ...emptyRefund, extra: 55 }).problem).toBe('REFUND_EXCEEDS_CAPTURE');
  });
});
