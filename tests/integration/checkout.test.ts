import { createToken } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ maxConnections: 20 });
  await shop.factories.createShippingMethod({
    code: 'standard',
    countries: ['US', 'DE'],
    rates: { USD: { amountMinor: 500, freeOverMinor: 10_000 }, EUR: { amountMinor: 400 } },
  });
  await shop.factories.createTaxRate({ country: 'US', region: 'CA', ratePpm: 72_500 });
  await shop.factories.createTaxRate({
    country: 'DE',
    ratePpm: 190_000,
    inclusive: true,
    shippingTaxed: true,
  });
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function variant(input: { stock?: number; price?: number } = {}) {
  const product = await shop.factories.createProduct({
    variants: [{ stock: input.stock ?? 10, prices: { USD: input.price ?? 2500, EUR: 2400 } }],
  });
  return product.variants[0]!.id;
}

async function cart(variantId: string, quantity = 1) {
  const { token } = await shop
    .as()
    .orders.cart.addLine({ token: null, variantId, quantity, idempotencyKey: key() });
  return token;
}

function placing(token: string, expectedTotalMinor: number) {
  return {
    token,
    email: 'Guest@Example.com',
    address,
    shippingMethod: 'standard',
    expectedTotalMinor,
    idempotencyKey: key(),
  };
}

async function stockOf(variantId: string) {
  const { rows } = await shop.db.pool.query<{ on_hand: number; allocated: number }>(
    'select on_hand, allocated from stock_level where variant_id = $1',
    [variantId],
  );
  return rows[0];
}

describe('a quote', () => {
  test('adds the shipping and the tax of the place', async () => {
    const token = await cart(await variant(), 2);
    const oregon = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' });
    expect(oregon.pricing).toMatchObject({
      subtotalMinor: 5000,
      shippingMinor: 500,
      taxMinor: 0,
      totalMinor: 5500,
    });
    const california = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'CA' });
    expect(california.pricing).toMatchObject({ taxMinor: 363, totalMinor: 5863, taxInclusive: false });
    const germany = await shop.as().orders.checkout.quote({ token, country: 'DE', region: null });
    expect(germany.pricing).toMatchObject({ totalMinor: 5500, taxInclusive: true });
    expect(germany.pricing.taxMinor).toBe(798 + 80);
  });

  test('ships free over the threshold and nowhere that is not served', async () => {
    const token = await cart(await variant(), 4);
    expect(
      (await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' })).pricing.shippingMinor,
    ).toBe(0);
    await expect(shop.as().orders.checkout.quote({ token, country: 'GB', region: null })).rejects.toThrow(
      'SHIPPING_UNAVAILABLE',
    );
    await expect(
      shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR', shippingMethod: 'drone' }),
    ).rejects.toThrow('SHIPPING_METHOD_NOT_FOUND');
  });
});

describe('placing an order', () => {
  test('keeps the stock, the lines and the price, and can be read by its link', async () => {
    const variantId = await variant();
    const token = await cart(variantId, 2);
    const placed = await shop.as().orders.checkout.place(placing(token, 5500));
    expect(placed).toMatchObject({ totalMinor: 5500, currency: 'USD' });
    expect(await stockOf(variantId)).toEqual({ on_hand: 10, allocated: 2 });
    const view = await shop.as().orders.byToken({ token: placed.orderToken });
    expect(view).toMatchObject({
      number: placed.number,
      status: 'pending',
      paymentStatus: 'pending',
      email: 'guest@example.com',
      pricing: { totalMinor: 5500 },
      lines: [{ quantity: 2, unitPriceMinor: 2500, totalMinor: 5000 }],
    });
    expect(await shop.as().orders.cart.find({ token })).toBeNull();
  });

  test('again with the same key is the same order; with another key it is refused with the order it became', async () => {
    const token = await cart(await variant());
    const input = placing(token, 3000);
    const first = await shop.as().orders.checkout.place(input);
    expect(await shop.as().orders.checkout.place(input)).toEqual(first);
    await expect(shop.as().orders.checkout.place({ ...input, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'CART_ALREADY_ORDERED', details: { orderToken: first.orderToken } },
    });
    await expect(shop.as().orders.checkout.place({ ...input, email: 'other@example.com' })).rejects.toThrow(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('fifty submits of one cart, same and different keys, are one order', async () => {
    const variantId = await variant({ stock: 60 });
    const token = await cart(variantId);
    const shared = placing(token, 3000);
    const submits = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        shop.as().orders.checkout.place(index % 2 === 0 ? shared : { ...shared, idempotencyKey: key() }),
      ),
    );
    const tokens = submits.flatMap((submit) =>
      submit.status === 'fulfilled' ? [submit.value.orderToken] : [],
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await stockOf(variantId)).toEqual({ on_hand: 60, allocated: 1 });
  });

  test('forty buyers of ten units are exactly ten orders', async () => {
    const variantId = await variant({ stock: 10 });
    const buyers = await Promise.allSettled(Array.from({ length: 40 }, () => order(shop, { variantId })));
    const refused = buyers.filter((buyer) => buyer.status === 'rejected');
    expect(refused).toHaveLength(30);
    expect(refused.every(({ reason }) => String(reason).includes('PRODUCT_OUT_OF_STOCK'))).toBe(true);
    expect(await stockOf(variantId)).toEqual({ on_hand: 10, allocated: 10 });
  });

  test('carts that want the same goods in other orders do not block each other for good', async () => {
    const variants = await Promise.all(Array.from({ length: 4 }, () => variant({ stock: 100 })));
    const carts = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const wanted = index % 2 === 0 ? variants : variants.toReversed();
        let token: string | null = null;
        for (const variantId of wanted) {
          ({ token } = await shop
            .as()
            .orders.cart.addLine({ token, variantId, quantity: 1, idempotencyKey: key() }));
        }
        return token!;
      }),
    );
    const placed = await Promise.all(
      carts.map((token) => shop.as().orders.checkout.place(placing(token, 10_000))),
    );
    expect(placed).toHaveLength(16);
  });

  test('a total nobody saw is refused and nothing is kept', async () => {
    const variantId = await variant();
    const token = await cart(variantId);
    await shop.db.pool.query(
      `update variant_price set amount_minor = 2600 where variant_id = $1 and currency = 'USD'`,
      [variantId],
    );
    await expect(shop.as().orders.checkout.place(placing(token, 3000))).rejects.toMatchObject({
      cause: { code: 'CART_TOTAL_CHANGED', details: { totalMinor: 3100 } },
    });
    expect(await stockOf(variantId)).toEqual({ on_hand: 10, allocated: 0 });
    expect(await shop.as().orders.cart.find({ token })).not.toBeNull();
  });

  test('refuses an address that no parcel reaches, field by field', async () => {
    const token = await cart(await variant());
    await expect(
      shop.as().orders.checkout.place({
        ...placing(token, 3000),
        address: { ...address, region: null, postalCode: 'nowhere' },
      }),
    ).rejects.toMatchObject({
      cause: { code: 'ADDRESS_INVALID', details: { fields: [{ field: 'region' }, { field: 'postalCode' }] } },
    });
    await expect(
      shop.as().orders.checkout.place({ ...placing(token, 3000), email: 'nobody' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('an empty cart and an unknown cart are refused', async () => {
    const { token } = await shop.factories.createCart();
    await expect(shop.as().orders.checkout.place(placing(token, 0))).rejects.toThrow('CART_EMPTY');
    await expect(shop.as().orders.checkout.place(placing(createToken(), 0))).rejects.toThrow(
      'CART_NOT_FOUND',
    );
  });

  test('with nothing to pay it is confirmed at once', async () => {
    const { code } = await shop.factories.createPromotion({ kind: 'percentage', ratePpm: 1_000_000 });
    await shop.factories.createShippingMethod({
      code: 'gift',
      countries: ['CA'],
      rates: { USD: { amountMinor: 0 } },
    });
    const token = await cart(await variant());
    await shop.as().orders.cart.applyPromotion({ token, code, idempotencyKey: key() });
    const placed = await shop.as().orders.checkout.place({
      ...placing(token, 0),
      shippingMethod: 'gift',
      address: { ...address, country: 'CA', region: 'ON', postalCode: 'K1A 0B1', city: 'Ottawa' },
    });
    expect(await shop.as().orders.byToken({ token: placed.orderToken })).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'captured',
    });
  });

  test('belongs to the customer who placed it and to no other', async () => {
    const person = await shop.factories.createCustomer();
    const stranger = await shop.factories.createCustomer();
    const actor = { ...person, emailVerified: true };
    const token = await cart(await variant());
    const placed = await shop.as({ customer: actor }).orders.checkout.place(placing(token, 3000));
    expect((await shop.as({ customer: actor }).orders.mine({})).items).toMatchObject([
      { number: placed.number, token: placed.orderToken },
    ]);
    expect((await shop.as({ customer: { ...stranger, emailVerified: true } }).orders.mine({})).items).toEqual(
      [],
    );
    await expect(shop.as().orders.mine({})).rejects.toThrow('UNAUTHENTICATED');
  });

  test('a link that was never given opens nothing', async () => {
    await expect(shop.as().orders.byToken({ token: createToken() })).rejects.toThrow('ORDER_NOT_FOUND');
  });
});
