import { expect, test } from 'vitest';
import { openShop } from '../testing/shop.ts';

const line = (amount: number, rest: { tax_code?: string; tax_behavior?: 'inclusive' } = {}) => ({
  amount,
  reference: `of ${amount}`,
  tax_behavior: 'exclusive' as const,
  ...rest,
});

test('taxes lines and shipping by jurisdiction, the parts summing to the whole', async () => {
  await using shop = await openShop();
  const calculation = await shop.stripe.tax.calculations.create({
    currency: 'usd',
    customer_details: { address: { country: 'US', state: 'CA' }, address_source: 'shipping' },
    line_items: [line(1999), line(5000, { tax_code: 'txcd_10502000' })],
    shipping_cost: { amount: 599, tax_behavior: 'exclusive' },
    expand: ['line_items.data.tax_breakdown'],
  });
  const lines = calculation.line_items?.data ?? [];
  expect(lines.map((each) => [each.reference, each.amount_tax])).toEqual([
    ['of 1999', 120 + 70],
    ['of 5000', 0],
  ]);
  expect(calculation.tax_amount_exclusive).toBe(190 + 36 + 21);
  expect(calculation.tax_breakdown.reduce((sum, each) => sum + each.amount, 0)).toBe(247);
  expect(calculation.amount_total).toBe(1999 + 5000 + 599 + 247);
  expect(lines[0]?.tax_breakdown?.map(({ jurisdiction }) => jurisdiction.display_name)).toEqual([
    'California',
    'Los Angeles County',
  ]);
});

test('finds the tax inside an amount, and none where the merchant is not registered', async () => {
  await using shop = await openShop();
  const ask = (country: string) =>
    shop.stripe.tax.calculations.create({
      currency: 'eur',
      customer_details: { address: { country }, address_source: 'shipping' },
      line_items: [line(11_900, { tax_behavior: 'inclusive' })],
    });
  expect(await ask('DE')).toMatchObject({ tax_amount_inclusive: 1900, amount_total: 11_900 });
  expect(await ask('JP')).toMatchObject({
    tax_amount_inclusive: 0,
    tax_breakdown: [{ taxability_reason: 'not_collecting' }],
  });
});

test('is one calculation however often a key is used, and refuses what it does not cover', async () => {
  await using shop = await openShop();
  const params = {
    currency: 'usd',
    customer_details: { address: { country: 'US', state: 'TX' }, address_source: 'shipping' as const },
    line_items: [line(1000)],
  };
  const first = await shop.stripe.tax.calculations.create(params, { idempotencyKey: 'tax-1' });
  const again = await shop.stripe.tax.calculations.create(params, { idempotencyKey: 'tax-1' });
  expect(again.id).toBe(first.id);
  await expect(
    shop.stripe.tax.calculations.create({ ...params, ship_from_details: { address: { country: 'US' } } }),
  ).rejects.toThrow('does not cover');
});
