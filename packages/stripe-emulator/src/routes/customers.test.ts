import { expect, test } from 'vitest';
import { openShop } from '../testing/shop.ts';

test('a customer is created, changed, found by email and deleted', async () => {
  await using shop = await openShop();
  const { customers } = shop.stripe;
  const address = { line1: '1 Elm Street', city: 'Springfield', postal_code: '12345', country: 'US' };
  const { id } = await customers.create({ email: 'a@example.com', address, metadata: { tier: 'gold' } });
  await customers.create({ email: 'b@example.com' });
  const updated = await customers.update(id, { name: 'Ada', metadata: { tier: '' } });
  expect(updated).toMatchObject({
    name: 'Ada',
    email: 'a@example.com',
    address: { line1: '1 Elm Street' },
    metadata: {},
  });
  const found = await customers.list({ email: 'a@example.com' });
  expect(found.data.map((customer) => customer.id)).toEqual([id]);
  expect(await customers.del(id)).toMatchObject({ id, deleted: true });
  expect(await customers.retrieve(id)).toMatchObject({ id, deleted: true });
  await expect(customers.update(id, { name: 'Bob' })).rejects.toMatchObject({ statusCode: 404 });
});

test('payment methods are attached to one customer and detached again', async () => {
  await using shop = await openShop();
  const { customers, paymentMethods } = shop.stripe;
  const customer = await customers.create({});
  const other = await customers.create({});
  const { id } = await paymentMethods.attach('pm_card_mastercard', { customer: customer.id });
  const listed = await customers.listPaymentMethods(customer.id);
  expect(listed.data).toMatchObject([{ id, card: { brand: 'mastercard', last4: '4444' } }]);
  expect(await customers.retrievePaymentMethod(customer.id, id)).toMatchObject({ id });
  await expect(paymentMethods.attach(id, { customer: other.id })).rejects.toMatchObject({ statusCode: 400 });
  expect(await paymentMethods.detach(id)).toMatchObject({ id, customer: null });
  expect((await paymentMethods.list({ customer: customer.id, type: 'card' })).data).toEqual([]);
  await expect(paymentMethods.detach(id)).rejects.toMatchObject({ statusCode: 400 });
});
