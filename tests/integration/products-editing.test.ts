import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).products.staff;

test('the editor reads the whole product', async () => {
  const product = await shop.factories.createProduct({ variants: [{ options: { Size: 'M' } }] });
  expect(await staff().get({ id: product.id })).toMatchObject({
    id: product.id,
    version: 1,
    options: [{ name: 'Size', values: [{ value: 'M' }] }],
    variantCount: 1,
    sellableCount: 1,
    url: `http://localhost:3000/p/${product.slug}`,
  });
  const choices = await staff().choices();
  expect(choices.categories.map(({ id }) => id)).toContain(product.categoryId);
  await expect(staff().get({ id: owner.id })).rejects.toThrow('PRODUCT_NOT_FOUND');
});
