import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.factories.createShippingMethod();
});
afterAll(() => shop.close());

async function variant(input: { stock?: number; price?: number } = {}) {
  const product = await shop.factories.createProduct({
    variants: [{ stock: input.stock ?? 10, prices: { USD: input.price ?? 2500, EUR: 2400 } }],
  });
  return { ...product.variants[0]!, product };
}

async function cartWith(variantId: string, quantity = 1) {
  return shop.as().orders.cart.addLine({ token: null, variantId, quantity, idempotencyKey: key() });
}

describe('a cart', () => {
  test('is made by the first line and found by its token', async () => {
    const { id } = await variant();
    const cart = await cartWith(id, 2);
    expect(cart).toMatchObject({ itemCount: 2, subtotalMinor: 5000, totalMinor: 5000, ready: true });
    expect(await shop.as().orders.cart.find({ token: cart.token })).toEqual(cart);
  });

  test('is null for a token nobody has', async () => {
    expect(await shop.as().orders.cart.find({ token: 'a'.repeat(32) })).toBeNull();
  });

  test('a line added twice with one key is added once', async () => {
    const { id } = await variant();
    const input = { token: null, variantId: id, quantity: 1, idempotencyKey: key() };
    const first = await shop.as().orders.cart.addLine(input);
    const second = await shop.as().orders.cart.addLine(input);
    expect(second).toEqual(first);
  });

  test('one key with another body is refused', async () => {
    const { id } = await variant();
    const { token } = await cartWith(id);
    const idempotencyKey = key();
    const input = { token, variantId: id, quantity: 1, idempotencyKey };
    await shop.as().orders.cart.addLine(input);
    await expect(shop.as().orders.cart.addLine({ ...input, quantity: 2 })).rejects.toThrow(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('twenty lines added at once are all there', async () => {
    const first = await variant();
    const { token } = await cartWith(first.id);
    const others = await Promise.all(Array.from({ length: 19 }, () => variant()));
    await Promise.all(
      others.map(({ id }) =>
        shop.as().orders.cart.addLine({ token, variantId: id, quantity: 1, idempotencyKey: key() }),
      ),
    );
    const cart = await shop.as().orders.cart.find({ token });
    expect(cart?.lines.map((line) => line.variantId).toSorted()).toEqual(
      [first.id, ...others.map(({ id }) => id)].toSorted(),
    );
  });

  test('the same variant added by ten callers at once counts ten', async () => {
    const { id } = await variant({ stock: 50 });
    const { token } = await cartWith(id);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.as().orders.cart.addLine({ token, variantId: id, quantity: 1, idempotencyKey: key() }),
      ),
    );
    expect((await shop.as().orders.cart.find({ token }))?.itemCount).toBe(11);
  });

  test('never takes more than there is, and says how much that is', async () => {
    const { id } = await variant({ stock: 3 });
    await expect(cartWith(id, 4)).rejects.toMatchObject({
      cause: { code: 'PRODUCT_OUT_OF_STOCK', details: { available: 3 } },
    });
  });

  test('refuses what is not sold and what does not exist', async () => {
    const draft = await shop.factories.createProduct({ status: 'draft', variants: [{}] });
    await expect(cartWith(draft.variants[0]!.id)).rejects.toThrow('VARIANT_NOT_FOUND');
    await expect(cartWith('00000000-0000-7000-8000-000000000000')).rejects.toThrow('VARIANT_NOT_FOUND');
    const { id } = await variant();
    await expect(
      shop.as().orders.cart.addLine({
        token: null,
        variantId: id,
        quantity: 1,
        currency: 'GBP',
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('PRICE_UNAVAILABLE');
  });

  test('changes and removes lines, but not those of another cart', async () => {
    const { id } = await variant();
    const mine = await cartWith(id, 3);
    const theirs = await cartWith(id, 1);
    const lineId = mine.lines[0]!.id;
    const lowered = await shop
      .as()
      .orders.cart.setLine({ token: mine.token, lineId, quantity: 2, idempotencyKey: key() });
    expect(lowered.itemCount).toBe(2);
    await expect(
      shop.as().orders.cart.setLine({ token: theirs.token, lineId, quantity: 0, idempotencyKey: key() }),
    ).rejects.toThrow('CART_LINE_NOT_FOUND');
    const emptied = await shop
      .as()
      .orders.cart.setLine({ token: mine.token, lineId, quantity: 0, idempotencyKey: key() });
    expect(emptied).toMatchObject({ lines: [], itemCount: 0, ready: false });
  });

  test('tells when a price changed and when stock ran out', async () => {
    const { id, product } = await variant({ stock: 2 });
    const { token } = await cartWith(id, 2);
    await shop.db.pool.query(
      `update variant_price set amount_minor = 2700 where variant_id = $1 and currency = 'USD'`,
      [id],
    );
    expect((await shop.as().orders.cart.find({ token }))?.lines[0]).toMatchObject({
      notice: 'price_changed',
      unitPriceMinor: 2700,
      seenPriceMinor: 2500,
    });
    await order(shop, { variantId: id, quantity: 1 });
    expect(await shop.as().orders.cart.find({ token })).toMatchObject({
      ready: false,
      lines: [{ notice: 'insufficient_stock', available: 1 }],
    });
    await order(shop, { variantId: id, quantity: 1 });
    expect((await shop.as().orders.cart.find({ token }))?.lines[0]?.notice).toBe('out_of_stock');
    await shop.db.pool.query(`update product set status = 'archived' where id = $1`, [product.id]);
    expect((await shop.as().orders.cart.find({ token }))?.lines[0]?.notice).toBe('unavailable');
  });

  test('follows the shopper into another currency', async () => {
    const { id } = await variant();
    const { token } = await cartWith(id);
    const cart = await shop
      .as()
      .orders.cart.addLine({ token, variantId: id, quantity: 1, currency: 'EUR', idempotencyKey: key() });
    expect(cart).toMatchObject({ currency: 'EUR', subtotalMinor: 4800 });
  });

  test('is priced in the currency chosen, and says what has no price in it', async () => {
    const { token } = await cartWith((await variant()).id);
    const set = (currency: 'EUR' | 'GBP') =>
      shop.as().orders.cart.setCurrency({ token, currency, idempotencyKey: key() });
    expect(await set('EUR')).toMatchObject({ currency: 'EUR', subtotalMinor: 2400, ready: true });
    expect(await set('GBP')).toMatchObject({
      currency: 'GBP',
      ready: false,
      lines: [{ notice: 'unavailable' }],
    });
  });

  test('refuses text that PostgreSQL cannot keep with a code', async () => {
    const { token } = await cartWith((await variant()).id);
    await expect(
      shop.as().orders.cart.applyPromotion({ token, code: 'NUL\u0000CODE', idempotencyKey: key() }),
    ).rejects.toThrow('INPUT_INVALID');
  });
});

describe('a promotion code', () => {
  test('takes its share off', async () => {
    const { code } = await shop.factories.createPromotion({ kind: 'percentage', ratePpm: 100_000 });
    const { token } = await cartWith((await variant()).id, 2);
    const cart = await shop
      .as()
      .orders.cart.applyPromotion({ token, code: code.toLowerCase(), idempotencyKey: key() });
    expect(cart).toMatchObject({
      subtotalMinor: 5000,
      discountMinor: 500,
      totalMinor: 4500,
      promotions: [{ code, applied: true }],
    });
    const without = await shop.as().orders.cart.removePromotion({ token, idempotencyKey: key() });
    expect(without).toMatchObject({ discountMinor: 0, promotions: [] });
  });

  test('says why it does not apply', async () => {
    const { token } = await cartWith((await variant()).id);
    const apply = (code: string) =>
      shop.as().orders.cart.applyPromotion({ token, code, idempotencyKey: key() });
    await expect(apply('NEVERMADE')).rejects.toThrow('PROMOTION_NOT_FOUND');
    const ended = await shop.factories.createPromotion({ endsAt: new Date('2021-01-01') });
    await expect(apply(ended.code)).rejects.toMatchObject({
      cause: { details: { reason: { kind: 'not_running' } } },
    });
    const dear = await shop.factories.createPromotion({
      kind: 'amount',
      amountMinor: 500,
      minimumSubtotalMinor: 9000,
    });
    await expect(apply(dear.code)).rejects.toMatchObject({
      cause: { details: { reason: { kind: 'below_minimum', missingMinor: 6500 } } },
    });
    const used = await shop.factories.createPromotion({ usageLimit: 1 });
    await order(shop, { variantId: (await variant()).id, code: used.code });
    await expect(apply(used.code)).rejects.toThrow('PROMOTION_EXHAUSTED');
  });

  test('is redeemed at most as often as allowed by ten buyers at once', async () => {
    const { code, id } = await shop.factories.createPromotion({ usageLimit: 3 });
    const { id: variantId } = await variant({ stock: 50 });
    const buyers = await Promise.allSettled(
      Array.from({ length: 10 }, () => order(shop, { variantId, code })),
    );
    expect(buyers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const { rows } = await shop.db.pool.query<{ used_count: number }>(
      'select used_count from promotion where id = $1',
      [id],
    );
    expect(rows[0]?.used_count).toBe(3);
    expect(await findViolations(shop.db.pool)).toEqual({});
  });
});
