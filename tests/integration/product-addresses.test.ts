import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 2 });
});

afterAll(async () => {
  await shop.close();
});

const addresses = () => shop.as().products.addresses;

test('a shop without products has no parts', async () => {
  expect(await addresses().parts()).toEqual([]);
});

test('a part holds what is on sale from its start on, in the order of ids', async () => {
  const sold = [];
  for (let index = 0; index < 3; index += 1) sold.push(await shop.factories.createProduct());
  const [hidden, abroad] = [
    await shop.factories.createProduct(),
    await shop.factories.createProduct({ variants: [{ prices: { EUR: 900 } }] }),
  ];
  await shop.db.pool.query(`update product set status = 'archived' where id = $1`, [hidden.id]);

  const [first, ...others] = await addresses().parts();
  expect([first?.from, others]).toEqual([sold[0]!.id, []]);
  const listed = await addresses().list({ from: first!.from });
  expect(listed.map(({ slug }) => slug)).toEqual(sold.map(({ slug }) => slug));
  expect(listed[0]?.updatedAt).toBeInstanceOf(Date);
  const later = await addresses().list({ from: sold[2]!.id });
  expect(later.map(({ slug }) => slug)).toEqual([sold[2]!.slug]);
  const inEuro = await addresses().list({ from: first!.from, currency: 'EUR' });
  expect(inEuro.map(({ slug }) => slug)).toContain(abroad.slug);
});
