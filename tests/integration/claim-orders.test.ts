import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
let variantId: string;
beforeAll(async () => {
  shop = await openShop();
  await shop.factories.createShippingMethod();
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 1000 }] })).variants[0]!.id;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function newCustomer(emailVerified: boolean) {
  const person = await shop.factories.createCustomer({ emailVerified });
  // What a session says may be older than the database, and wrong.
  const customer = { ...person, emailVerified: true };
  return { customer, api: shop.as({ customer }).orders };
}

async function timelineOf(orderToken: string) {
  const { rows } = await shop.db.pool.query<{ kind: string; actor_kind: string }>(
    `select t.kind, t.actor_kind from order_timeline t join "order" o on o.id = t.order_id
     where o.token = $1 order by t.created_at, t.id`,
    [orderToken],
  );
  return rows;
}

describe('orders placed as a guest', () => {
  test('come into the account once its address is verified, never before', async () => {
    const { customer, api } = await newCustomer(false);
    const placed = await order(shop, { variantId, email: customer.email.toUpperCase() });
    const other = await order(shop, { variantId, email: 'somebody@else.example' });
    expect(await api.claim()).toEqual({ claimed: 0 });
    expect((await api.mine({})).items).toEqual([]);
    await shop.db.pool.query('update customer set email_verified = true where id = $1', [customer.id]);
    expect(await api.claim()).toEqual({ claimed: 1 });
    expect(await api.claim()).toEqual({ claimed: 0 });
    expect((await api.mine({})).items).toMatchObject([{ number: placed.number }]);
    expect(await api.myOrder({ number: placed.number })).toMatchObject({ token: placed.orderToken });
    await expect(api.myOrder({ number: other.number })).rejects.toThrow('ORDER_NOT_FOUND');
    expect((await timelineOf(placed.orderToken)).at(-1)).toEqual({ kind: 'claimed', actor_kind: 'customer' });
  });

  test('stay where they are when the address in the account is another by now', async () => {
    const { customer, api } = await newCustomer(true);
    await order(shop, { variantId, email: customer.email });
    await shop.db.pool.query(`update customer set email = 'moved-' || email where id = $1`, [customer.id]);
    expect(await api.claim()).toEqual({ claimed: 0 });
  });

  test('are claimed once by ten callers at the same moment', async () => {
    const { customer, api } = await newCustomer(true);
    const orders = [];
    for (let count = 0; count < 3; count += 1)
      orders.push(await order(shop, { variantId, email: customer.email }));
    const claims = await Promise.all(Array.from({ length: 10 }, () => api.claim()));
    expect(claims.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(3);
    for (const { orderToken } of orders) {
      expect((await timelineOf(orderToken)).filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    }
  });

  test('of a signed-in shopper are not taken by whoever owns the address', async () => {
    const [buyer, owner] = [await newCustomer(true), await newCustomer(true)];
    const placed = await order(shop, { variantId, email: owner.customer.email });
    await shop.db.pool.query('update "order" set customer_id = $1 where token = $2', [
      buyer.customer.id,
      placed.orderToken,
    ]);
    expect(await owner.api.claim()).toEqual({ claimed: 0 });
    await expect(owner.api.myOrder({ number: placed.number })).rejects.toThrow('ORDER_NOT_FOUND');
    await expect(shop.as().orders.claim()).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('the history', () => {
  test('goes page by page and finds an order by its number', async () => {
    const { customer, api } = await newCustomer(true);
    const numbers: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      numbers.unshift((await order(shop, { variantId, email: customer.email })).number);
    }
    await api.claim();
    const first = await api.mine({ limit: 3 });
    const second = await api.mine({ limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(numbers);
    expect(second.nextCursor).toBeNull();
    expect((await api.mine({ number: numbers[2]! })).items).toMatchObject([{ number: numbers[2] }]);
    const stranger = await newCustomer(true);
    expect((await stranger.api.mine({ number: numbers[2]! })).items).toEqual([]);
  });
});

describe('a wishlist', () => {
  test('holds each variant once, the newest first, and lets go of it', async () => {
    const { api } = await newCustomer(true);
    const others = await shop.factories.createProduct({ variants: [{ stock: 0, prices: { USD: 900 } }] });
    const out = others.variants[0]!.id;
    await Promise.all(Array.from({ length: 5 }, () => api.wishlist.add({ variantId })));
    shop.advance(1000);
    expect(await api.wishlist.add({ variantId: out })).toEqual({ wished: [out, variantId] });
    expect(await api.wishlist.list({})).toMatchObject({
      currency: 'USD',
      items: [
        { variantId: out, available: 0, priceMinor: 900 },
        { variantId, sellable: true },
      ],
    });
    expect(await api.wishlist.remove({ variantId: out })).toEqual({ wished: [variantId] });
    expect(await api.wishlist.remove({ variantId: out })).toEqual({ wished: [variantId] });
    await expect(api.wishlist.add({ variantId: '00000000-0000-7000-8000-000000000000' })).rejects.toThrow(
      'VARIANT_NOT_FOUND',
    );
    expect(await (await newCustomer(true)).api.wishlist.wished()).toEqual({ wished: [] });
    await expect(shop.as().orders.wishlist.wished()).rejects.toThrow('UNAUTHENTICATED');
  });

  test('is full at two hundred', async () => {
    const { customer, api } = await newCustomer(true);
    await shop.db.pool.query(
      `with more as (
         insert into product_variant (product_id, sku, name, position)
         select product_id, 'wished-' || i, 'Wished ' || i, 1000 + i from product_variant, generate_series(1, 200) i
         where id = $2 returning id
       ) insert into wishlist_item (customer_id, variant_id) select $1, id from more`,
      [customer.id, variantId],
    );
    await expect(api.wishlist.add({ variantId })).rejects.toThrow('WISHLIST_LIMIT_EXCEEDED');
  });

  test('gives to the cart what can be bought, and keeps what cannot', async () => {
    const { api } = await newCustomer(true);
    const sold = await shop.factories.createProduct({ variants: [{ stock: 0 }] });
    const gone = sold.variants[0]!.id;
    await api.wishlist.add({ variantId });
    await api.wishlist.add({ variantId: gone });
    const move = { token: null, idempotencyKey: key() };
    const cart = await api.wishlist.moveToCart({ ...move, variantId });
    expect(await api.wishlist.moveToCart({ ...move, variantId })).toEqual(cart);
    expect(cart.lines).toMatchObject([{ variantId, quantity: 1 }]);
    const refused = api.wishlist.moveToCart({ token: null, variantId: gone, idempotencyKey: key() });
    await expect(refused).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    expect(await api.wishlist.wished()).toEqual({ wished: [gone] });
  });
});
