import { describe, expect, it } from 'vitest';
import type { OrderLine } from './order.ts';
import { initialShipValues, shipFormSchema, toShipInput } from './ship-form-values.ts';

const order = {
  id: 'o1',
  version: 3,
  lines: [
    { id: 'a', quantity: 3, fulfilledQuantity: 1 },
    { id: 'b', quantity: 1, fulfilledQuantity: 1 },
  ] as OrderLine[],
};

describe('the ship form', () => {
  it('starts with all that is left', () => {
    expect(initialShipValues(order)).toEqual({ carrier: '', trackingNumber: '', quantities: { a: 2 } });
  });

  it('asks for a carrier and at least one item', () => {
    const result = shipFormSchema(order).safeParse({
      carrier: ' ',
      trackingNumber: '',
      quantities: { a: 0 },
    });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['carrier', 'quantities']);
  });

  it('ships no more than is left', () => {
    const values = { carrier: 'UPS', trackingNumber: '', quantities: { a: 3 } };
    expect(shipFormSchema(order).safeParse(values).success).toBe(false);
    expect(shipFormSchema(order).safeParse({ ...values, quantities: { a: 2 } }).success).toBe(true);
  });

  it('leaves out lines of which nothing is shipped', () => {
    const input = toShipInput(order, { carrier: ' UPS ', trackingNumber: ' ', quantities: { a: 1, c: 0 } });
    expect(input).toEqual({
      id: 'o1',
      version: 3,
      carrier: 'UPS',
      trackingNumber: null,
      trackingUrl: null,
      lines: [{ orderLineId: 'a', quantity: 1 }],
    });
  });
});
