import { expect, test } from 'vitest';
import { initialEdit, toChanges, withAdded, withRow } from './edit-values.ts';
import type { StaffOrder } from './order.ts';

const order = {
  id: 'o',
  currency: 'USD',
  pricing: { shippingMinor: 500 },
  lines: [
    {
      id: 'l',
      sku: 'MUG',
      productName: 'Mug',
      variantName: 'Oat',
      quantity: 3,
      fulfilledQuantity: 1,
      cancelledQuantity: 1,
    },
  ],
} as unknown as StaffOrder;
const tea = { variantId: 'v', sku: 'TEA', productName: 'Tea', variantName: '' };

test('nothing changed asks for nothing', () => {
  const values = initialEdit(order);
  expect(values.rows[0]).toMatchObject({ quantity: 3, least: 2 });
  expect(toChanges(order, values)).toBe('unchanged');
  expect(toChanges(order, { ...values, shipping: 'x' })).toBeNull();
});

test('quantities, additions, shipping and a discount are asked for as minor units', () => {
  const twice = withAdded(withAdded(initialEdit(order), tea), tea);
  const values = {
    ...withRow(withRow(twice, 0, { quantity: 2 }), 1, { price: '4.5' }),
    shipping: '0',
    discount: '1',
  };
  expect(toChanges(order, values)).toEqual({
    id: 'o',
    lines: [{ orderLineId: 'l', quantity: 2 }],
    added: [{ variantId: 'v', quantity: 2, unitPriceMinor: 450 }],
    extraDiscountMinor: 100,
    shippingMinor: 0,
  });
  expect(withRow(twice, 1, { quantity: 0 }).rows).toHaveLength(1);
});
