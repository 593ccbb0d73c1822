import { insertRow } from '@turing/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { cartOf, heldOf, placeCart } from '../support/promotions.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let variantId: string;
let productId: string;

beforeAll(async () => {
  shop = await openShop();
  await shop.factories.createShippingMethod({ countries: ['US', 'DE'] });
});
beforeEach(async () => {
  const product = await shop.factories.createProduct({ variants: [{ prices: { USD: 2500 }, stock: 500 }] });
  [variantId, productId] = [product.variants[0]!.id, product.id];
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const find = (token: string) => shop.as().orders.cart.find({ token });
const apply = (token: string, code: string) =>
  shop.as().orders.cart.applyPromotion({ token, code, idempotencyKey: key() });
const quote = (token: string, more: { country?: string; email?: string } = {}) =>
  shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR', ...more });

describe('several codes', () => {
  test('combine, the higher priority first, and each says what it takes off', async () => {
    const tenth = await shop.factories.createPromotion({ terms: { priority: 1 } });
    const five = await shop.factories.createPromotion({ kind: 'amount', amountMinor: 500 });
    const free = await shop.factories.createPromotion({ kind: 'free_shipping' });
    const cart = await cartOf(shop, { variantId, quantity: 2, codes: [five.code, tenth.code, free.code] });
    expect(cart).toMatchObject({ subtotalMinor: 5000, discountMinor: 1000, totalMinor: 4000 });
    expect(cart.promotions).toMatchObject([
      { code: five.code, applied: true, discountMinor: 500 },
      { code: tenth.code, applied: true, discountMinor: 500 },
      { code: free.code, applied: true, freesShipping: true, shippingMinor: 0 },
    ]);
    const quoted = await quote(cart.token);
    expect(quoted.pricing).toMatchObject({ discountMinor: 1000, shippingMinor: 0 });
    expect(heldOf(quoted, free.code)).toMatchObject({ shippingMinor: 500 });
  });

  test('of an exclusive one and the others the better applies, and the refusal names it', async () => {
    const half = await shop.factories.createPromotion({ ratePpm: 500_000, terms: { exclusive: true } });
    const tenth = await shop.factories.createPromotion();
    const { token } = await cartOf(shop, { variantId, codes: [tenth.code] });
    const cart = await apply(token, half.code);
    expect(heldOf(cart, half.code)).toMatchObject({ applied: true, discountMinor: 1250 });
    expect(heldOf(cart, tenth.code)?.reason).toEqual({ kind: 'does_not_combine', with: [half.code] });
    const other = await shop.factories.createPromotion();
    await expect(apply(token, other.code)).rejects.toMatchObject({
      cause: { details: { code: other.code, reason: { kind: 'does_not_combine', with: [half.code] } } },
    });
    expect((await find(token))?.promotions).toHaveLength(2);
    const without = await shop
      .as()
      .orders.cart.removePromotion({ token, code: half.code.toLowerCase(), idempotencyKey: key() });
    expect(without.promotions).toMatchObject([{ code: tenth.code, applied: true }]);
  });

  test('a code is on a cart once, and another of the same promotion does not join it', async () => {
    const promotion = await shop.factories.createPromotion();
    const second = `${promotion.code}-B`;
    await insertRow(shop.db.pool, 'promotion_code', { promotion_id: promotion.id, code: second });
    const { token } = await cartOf(shop, { variantId, codes: [promotion.code, promotion.code] });
    await expect(apply(token, second)).rejects.toThrow('PROMOTION_NOT_APPLICABLE');
    expect((await find(token))?.promotions).toMatchObject([{ code: promotion.code }]);
  });

  test('a code that stops applying stays with its reason, and counts again', async () => {
    const dear = await shop.factories.createPromotion({ minimumSubtotalMinor: 5000 });
    const cart = await cartOf(shop, { variantId, quantity: 2, codes: [dear.code] });
    const set = (quantity: number) =>
      shop.as().orders.cart.setLine({
        token: cart.token,
        lineId: cart.lines[0]!.id,
        quantity,
        idempotencyKey: key(),
      });
    expect((await set(1)).promotions).toMatchObject([
      { applied: false, reason: { kind: 'below_minimum', missingMinor: 2500, missingQuantity: null } },
    ]);
    expect((await set(3)).promotions).toMatchObject([{ applied: true, reason: null }]);
  });
});

describe('without a code', () => {
  test('what runs applies by itself, on a new cart too, and what is within reach is told', async () => {
    const { rows } = await shop.db.pool.query<{ now: Date }>(`select now() - interval '1 hour' as now`);
    const automatic = await shop.factories.createPromotion({
      code: null,
      benefit: {
        kind: 'buy_x_get_y',
        buyQuantity: 2,
        getQuantity: 1,
        ratePpm: 1_000_000,
        rewards: null,
        mostTimes: null,
      },
      startsAt: rows[0]!.now,
      terms: { product_ids: [productId] },
    });
    const two = await cartOf(shop, { variantId, quantity: 2 });
    expect(two.promotions).toMatchObject([
      { id: automatic.id, code: null, reason: { kind: 'below_minimum', missingQuantity: 1 } },
    ]);
    const three = await cartOf(shop, { variantId, quantity: 3 });
    expect(three).toMatchObject({ discountMinor: 2500, promotions: [{ id: automatic.id, applied: true }] });
    expect((await quote(three.token)).pricing.discountMinor).toBe(2500);
    await shop.db.pool.query('update promotion set ends_at = now() where id = $1', [automatic.id]);
    expect(await find(three.token)).toMatchObject({ discountMinor: 0, promotions: [] });
  });
});

describe('conditions', () => {
  test('on collections and categories, also those above', async () => {
    const above = await shop.factories.createCategory();
    const below = await shop.factories.createCategory({ parentId: above.id });
    const inCategory = await shop.factories.createProduct({ categoryId: below.id });
    const ofCategory = await shop.factories.createPromotion({ terms: { category_ids: [above.id] } });
    const cart = await cartOf(shop, { variantId: inCategory.variants[0]!.id, codes: [ofCategory.code] });
    expect(cart.promotions).toMatchObject([{ applied: true }]);
    const { id: collectionId } = await insertRow(shop.db.pool, 'collection', {
      slug: `picked-${key()}`,
      name: 'Picked',
      description: '',
      kind: 'manual',
    });
    const ofCollection = await shop.factories.createPromotion({ terms: { collection_ids: [collectionId] } });
    const { token } = await cartOf(shop, { variantId });
    for (const { code } of [ofCategory, ofCollection])
      await expect(apply(token, code)).rejects.toMatchObject({
        cause: { details: { reason: { kind: 'wrong_items' } } },
      });
    await insertRow(shop.db.pool, 'collection_product', {
      collection_id: collectionId,
      product_id: productId,
    });
    expect((await apply(token, ofCollection.code)).promotions).toMatchObject([{ applied: true }]);
  });

  test('on groups of customers', async () => {
    const customer = { ...(await shop.factories.createCustomer()), emailVerified: true };
    const { id: groupId } = await insertRow(shop.db.pool, 'customer_group', { code: key(), name: 'Club' });
    const club = await shop.factories.createPromotion({ terms: { customer_group_ids: [groupId] } });
    const cart = shop.as({ customer }).orders.cart;
    const { token } = await cart.addLine({ token: null, variantId, quantity: 1, idempotencyKey: key() });
    const typed = () => cart.applyPromotion({ token, code: club.code, idempotencyKey: key() });
    await expect(typed()).rejects.toMatchObject({ cause: { details: { reason: { kind: 'not_for_you' } } } });
    await insertRow(shop.db.pool, 'customer_group_member', { group_id: groupId, customer_id: customer.id });
    expect((await typed()).promotions).toMatchObject([{ applied: true }]);
  });

  test('on the first order and the country wait for checkout', async () => {
    const first = await shop.factories.createPromotion({ terms: { first_order_only: true } });
    const home = await shop.factories.createPromotion({ terms: { countries: ['US'] } });
    const { token, promotions } = await cartOf(shop, { variantId, codes: [first.code, home.code] });
    expect(promotions).toMatchObject([
      { applied: false, reason: { kind: 'decided_at_checkout', unknown: ['email'] } },
      { applied: false, reason: { kind: 'decided_at_checkout', unknown: ['country'] } },
    ]);
    expect((await quote(token)).promotions).toMatchObject([{ applied: false }, { applied: true }]);
    const email = `first-${key()}@example.com`;
    expect((await quote(token, { email })).promotions).toMatchObject([{ applied: true }, { applied: true }]);
    expect(heldOf(await quote(token, { email, country: 'DE' }), home.code)?.reason).toEqual({
      kind: 'other_country',
    });
    await placeCart(shop, token, email);
    const again = await cartOf(shop, { variantId, codes: [first.code] });
    expect((await quote(again.token, { email: email.toUpperCase() })).promotions).toMatchObject([
      { applied: false, reason: { kind: 'not_first_order' } },
    ]);
  });

  test('a total that a condition changes is not charged unseen', async () => {
    const first = await shop.factories.createPromotion({ terms: { first_order_only: true } });
    const email = `seen-${key()}@example.com`;
    const [one, two] = [
      await cartOf(shop, { variantId, codes: [first.code] }),
      await cartOf(shop, { variantId, codes: [first.code] }),
    ];
    const { shippingMethod, pricing } = await quote(two.token, { email });
    await placeCart(shop, one.token, email);
    await expect(
      shop.as().orders.checkout.place({
        token: two.token,
        email,
        address,
        shippingMethod,
        expectedTotalMinor: pricing.totalMinor,
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('CART_TOTAL_CHANGED');
  });
});

test('an order keeps each promotion and what it took off each line', async () => {
  const tenth = await shop.factories.createPromotion({ terms: { priority: 1 } });
  const free = await shop.factories.createPromotion({ kind: 'free_shipping' });
  const { token } = await cartOf(shop, { variantId, quantity: 2, codes: [tenth.code, free.code] });
  const { orderToken } = await placeCart(shop, token, 'keeps@example.com');
  const order = await shop.as().orders.byToken({ token: orderToken });
  expect(order).toMatchObject({
    promotionCode: `${tenth.code}, ${free.code}`,
    pricing: { discountMinor: 500, shippingMinor: 0 },
    promotions: [
      { promotionId: tenth.id, code: tenth.code, name: tenth.code, discountMinor: 500, shippingMinor: 0 },
      { promotionId: free.id, code: free.code, discountMinor: 0, shippingMinor: 500 },
    ],
  });
  const { rows } = await shop.db.pool.query<{ discounts: unknown }>(
    `select l.discounts from order_line l join "order" o on o.id = l.order_id where o.token = $1`,
    [orderToken],
  );
  expect(rows).toEqual([{ discounts: [{ promotionId: tenth.id, discountMinor: 500 }] }]);
});

test('what staff change while an order is placed is not charged unseen', async () => {
  const { id, code } = await shop.factories.createPromotion();
  const { token } = await cartOf(shop, { variantId, codes: [code] });
  const client = await shop.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('update promotion set version = version + 1 where id = $1', [id]);
    const placing = placeCart(shop, token, 'raced@example.com');
    // Until it waits for the promotion.
    await expect
      .poll(async () => {
        const { rows } = await shop.db.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length;
      })
      .toBe(1);
    await client.query('commit');
    await expect(placing).rejects.toThrow('CART_TOTAL_CHANGED');
  } finally {
    client.release();
  }
});
