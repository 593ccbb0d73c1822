import { issueStoreCredit, returnToAccounts } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balanceOf, creditCart, creditStaff, issueCard, ledgerOf, placeCart } from '../support/credit.ts';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let staff: Awaited<ReturnType<typeof creditStaff>>;
let variantId: string;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 20 });
  await shop.factories.createShippingMethod();
  staff = await creditStaff(shop);
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 5000 }] })).variant.id;
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function idOf(token: string): Promise<string> {
  const { rows } = await shop.db.pool.query<{ id: string }>('select id from "order" where token = $1', [
    token,
  ]);
  return rows[0]!.id;
}

const cartOf = (token: string) => shop.as().orders.cart.find({ token });

describe('paying with gift cards', () => {
  test('a card pays part, what is left stays on it and the rest is due', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const token = await creditCart(shop, {
      variantId,
      codes: [card.code.toLowerCase().replaceAll('-', ' ')],
    });
    expect(await cartOf(token)).toMatchObject({
      totalMinor: 2500,
      creditMinor: 1000,
      dueMinor: 1500,
      credits: [{ lastFour: card.lastFour, amountMinor: 1000, remainingMinor: 0, reason: null }],
    });
    const placed = await placeCart(shop, token);
    expect(placed).toMatchObject({ totalMinor: 3000, dueMinor: 2000 });
    expect(await ledgerOf(shop, card.id)).toEqual([
      ['issued', 1000],
      ['spent', -1000],
    ]);
    const order = await shop.as().orders.byToken({ token: placed.orderToken });
    expect(order).toMatchObject({
      status: 'pending',
      creditMinor: 1000,
      openMinor: 2000,
      credits: [{ kind: 'gift_card', lastFour: card.lastFour, amountMinor: 1000, returnedMinor: 0 }],
    });
  });

  test('an order that cards pay whole is confirmed at once and leaves the rest on the card', async () => {
    const [first, second] = [
      await issueCard(staff, { amountMinor: 1000 }),
      await issueCard(staff, { amountMinor: 5000 }),
    ];
    const placed = await placeCart(
      shop,
      await creditCart(shop, { variantId, codes: [first.code, second.code] }),
    );
    expect(placed.dueMinor).toBe(0);
    expect(await shop.as().orders.byToken({ token: placed.orderToken })).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'captured',
      openMinor: 0,
    });
    expect([await balanceOf(shop, first.id), await balanceOf(shop, second.id)]).toEqual([0, 3000]);
  });

  test('what expires first pays first, store credit last', async () => {
    const { id: customerId, ...person } = await shop.factories.createCustomer();
    await shop.db.transaction((tx) =>
      issueStoreCredit(tx, {
        customerId,
        currency: 'USD',
        amountMinor: 2000,
        key: key(),
        reason: 'goodwill',
      }),
    );
    const lasting = await issueCard(staff, { amountMinor: 500 });
    const ending = await issueCard(staff, { amountMinor: 500, expiresOn: '2030-01-01' });
    const visitor = { customer: { ...person, id: customerId, emailVerified: true, sessionId: key() } };
    const codes = [lasting.code, ending.code];
    const token = await creditCart(shop, { variantId, codes, storeCredit: true, visitor: visitor });
    const cart = await shop.as(visitor).orders.cart.find({ token });
    expect(cart?.storeCreditMinor).toBe(2000);
    expect(cart?.credits.map(({ lastFour, amountMinor }) => [lastFour, amountMinor])).toEqual([
      [ending.lastFour, 500],
      [lasting.lastFour, 500],
      [null, 1500],
    ]);
  });

  test('a card can be taken off again, and is on the cart once', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const token = await creditCart(shop, { variantId, codes: [card.code, card.code] });
    expect((await cartOf(token))?.credits).toHaveLength(1);
    const remove = { token, accountId: card.id, idempotencyKey: key() };
    expect(await shop.as().orders.credit.remove(remove)).toMatchObject({ credits: [], creditMinor: 0 });
    expect(await shop.as().orders.credit.remove(remove)).toMatchObject({ credits: [] });
  });

  test('five cards pay one cart and no sixth', async () => {
    const cards = await Promise.all(Array.from({ length: 6 }, () => issueCard(staff, { amountMinor: 100 })));
    const codes = cards.slice(0, 5).map(({ code }) => code);
    const token = await creditCart(shop, { variantId, codes });
    const sixth = { token, code: cards[5]!.code, idempotencyKey: key() };
    await expect(shop.as().orders.credit.applyGiftCard(sixth)).rejects.toThrow('GIFT_CARD_LIMIT_EXCEEDED');
  });

  test('nobody pays another amount than they saw', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const token = await creditCart(shop, { variantId, codes: [card.code] });
    const place = (expectedCreditMinor?: number) =>
      shop.as().orders.checkout.place({
        token,
        email: 'guest@example.com',
        address,
        shippingMethod: quote.shippingMethod,
        expectedTotalMinor: quote.pricing.totalMinor,
        ...(expectedCreditMinor === undefined ? {} : { expectedCreditMinor }),
        idempotencyKey: key(),
      });
    const quote = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' });
    await expect(place()).rejects.toThrow('CREDIT_CHANGED');
    const { version, id } = card;
    await staff.adjust({ id, version, amountMinor: -400, note: 'Too much', idempotencyKey: key() });
    await expect(place(1000)).rejects.toMatchObject({
      cause: { details: { creditMinor: 600, dueMinor: 2400 } },
    });
    expect((await place(600)).dueMinor).toBe(2400);
  });

  test('unknown, disabled and expired cards are answered alike; empty and foreign ones say so', async () => {
    const token = await creditCart(shop, { variantId });
    const apply = (code: string) =>
      shop.as().orders.credit.applyGiftCard({ token, code, idempotencyKey: key() });
    const disabled = await issueCard(staff, { amountMinor: 100 });
    await staff.setDisabled({ id: disabled.id, version: 1, disabled: true, idempotencyKey: key() });
    const expired = await issueCard(staff, { amountMinor: 100, expiresOn: '2030-01-01' });
    await shop.db.pool.query(
      `update credit_account set expires_at = now() - interval '1 day' where id = $1`,
      [expired.id],
    );
    for (const code of ['ABCD-EFGH-JKLM-NPQR', 'nonsense', disabled.code, expired.code]) {
      await expect(apply(code)).rejects.toMatchObject({
        message: 'GIFT_CARD_NOT_FOUND',
        cause: { details: undefined },
      });
      await expect(shop.as().orders.credit.balance({ code })).rejects.toThrow('GIFT_CARD_NOT_FOUND');
    }
    const euros = await issueCard(staff, { amountMinor: 100, currency: 'EUR' });
    await expect(apply(euros.code)).rejects.toMatchObject({
      cause: { details: { reason: 'other_currency' } },
    });
    const empty = await issueCard(staff, { amountMinor: 100 });
    await staff.adjust({ id: empty.id, version: 1, amountMinor: -100, note: 'Lost', idempotencyKey: key() });
    await expect(apply(empty.code)).rejects.toMatchObject({ cause: { details: { reason: 'empty' } } });
    expect(await shop.as().orders.credit.balance({ code: empty.code })).toMatchObject({ balanceMinor: 0 });
  });

  test('a card that stops working on a cart pays nothing and the cart says so', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const token = await creditCart(shop, { variantId, codes: [card.code] });
    await staff.setDisabled({ id: card.id, version: 1, disabled: true, idempotencyKey: key() });
    expect(await cartOf(token)).toMatchObject({ creditMinor: 0, credits: [{ reason: 'unusable' }] });
    expect((await placeCart(shop, token)).dueMinor).toBe(3000);
  });

  test('a retry of the order with the same key spends once', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const token = await creditCart(shop, { variantId, codes: [card.code] });
    const quote = await shop.as().orders.checkout.quote({ token, country: 'US', region: 'OR' });
    const input = {
      token,
      email: 'guest@example.com',
      address,
      shippingMethod: quote.shippingMethod,
      expectedTotalMinor: quote.pricing.totalMinor,
      expectedCreditMinor: 1000,
      idempotencyKey: key(),
    };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => shop.as().orders.checkout.place(input)),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await ledgerOf(shop, card.id)).toHaveLength(2);
  });
});

describe('races for one card', () => {
  test('fifty orders at once with one card never take more than is on it', async () => {
    const card = await issueCard(staff, { amountMinor: 10_000 });
    let waiting = await Promise.all(
      Array.from({ length: 50 }, () => creditCart(shop, { variantId, codes: [card.code] })),
    );
    const placed: Awaited<ReturnType<typeof placeCart>>[] = [];
    // Who is told that the card pays less now looks again, and is told the truth.
    while (waiting.length > 0) {
      const results = await Promise.allSettled(waiting.map((token) => placeCart(shop, token)));
      const refused = results.map((result) => result.status === 'rejected');
      for (const result of results) {
        if (result.status === 'fulfilled') placed.push(result.value);
        else expect(String(result.reason)).toContain('CREDIT_CHANGED');
      }
      waiting = waiting.filter((_, index) => refused[index]);
    }
    expect(placed).toHaveLength(50);
    expect(placed.reduce((sum, { totalMinor, dueMinor }) => sum + totalMinor - dueMinor, 0)).toBe(10_000);
    expect(placed.map(({ dueMinor }) => dueMinor).filter((dueMinor) => dueMinor < 3000)).toHaveLength(4);
    expect(await balanceOf(shop, card.id)).toBe(0);
  });

  test('orders with the same cards in another order do not meet in a circle', async () => {
    const cards = [
      await issueCard(staff, { amountMinor: 100_000 }),
      await issueCard(staff, { amountMinor: 100_000 }),
    ];
    const codes = cards.map(({ code }) => code);
    const carts = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        creditCart(shop, { variantId, codes: index % 2 === 0 ? codes : codes.toReversed() }),
      ),
    );
    const placed = await Promise.all(carts.map((token) => placeCart(shop, token)));
    expect(placed.every(({ dueMinor }) => dueMinor === 0)).toBe(true);
    const left = (await balanceOf(shop, cards[0]!.id)) + (await balanceOf(shop, cards[1]!.id));
    expect(left).toBe(200_000 - 20 * 3000);
  });

  test('corrections by staff and orders at once stay above zero', async () => {
    const card = await issueCard(staff, { amountMinor: 3000 });
    const carts = await Promise.all(
      Array.from({ length: 5 }, () => creditCart(shop, { variantId, codes: [card.code] })),
    );
    const correct = staff.adjust({
      id: card.id,
      version: 1,
      amountMinor: -2000,
      note: 'Race',
      idempotencyKey: key(),
    });
    await Promise.allSettled([correct, ...carts.map((token) => placeCart(shop, token))]);
    expect(await balanceOf(shop, card.id)).toBeGreaterThanOrEqual(0);
  });
});

describe('the ledger', () => {
  test('refuses changes, balances of its own and more back than was spent', async () => {
    const card = await issueCard(staff, { amountMinor: 1000 });
    const { orderToken } = await placeCart(shop, await creditCart(shop, { variantId, codes: [card.code] }));
    const orderId = await idOf(orderToken);
    const run = (sql: string) => shop.db.pool.query(sql);
    await expect(
      run(`update credit_entry set amount_minor = 5 where account_id = '${card.id}'`),
    ).rejects.toThrow('append-only');
    await expect(run(`delete from credit_entry where account_id = '${card.id}'`)).rejects.toThrow(
      'append-only',
    );
    await expect(run(`update credit_account set balance_minor = 5 where id = '${card.id}'`)).rejects.toThrow(
      'only changes with',
    );
    const insert = (kind: string, amount: number, entryKey = key()) =>
      run(`insert into credit_entry (account_id, key, kind, amount_minor, reason, order_id)
           values ('${card.id}', '${entryKey}', '${kind}', ${amount}, 'test', '${orderId}')`);
    await expect(insert('returned', 1001)).rejects.toThrow('more would go back');
    await expect(insert('spent', -1)).rejects.toThrow('credit_account_balance_in_range');
    await expect(insert('spent', 1)).rejects.toThrow('credit_entry_direction');
    await expect(insert('adjusted', 5, `spend:${orderId}:0:${card.id}`)).rejects.toThrow(
      'credit_entry_key_key',
    );
    expect(await balanceOf(shop, card.id)).toBe(0);
  });

  test('gives back once per key, last spent first, and never more than is left', async () => {
    const cards = [
      await issueCard(staff, { amountMinor: 1000, expiresOn: '2030-01-01' }),
      await issueCard(staff, { amountMinor: 5000 }),
    ];
    const { orderToken } = await placeCart(
      shop,
      await creditCart(shop, { variantId, codes: cards.map(({ code }) => code) }),
    );
    const orderId = await idOf(orderToken);
    const giveBack = (amountMinor: number, entryKey: string) =>
      shop.db.transaction((tx) =>
        returnToAccounts(tx, { orderId, amountMinor, key: entryKey, reason: 'refund' }),
      );
    const both = await Promise.all([giveBack(2400, 'refund:one'), giveBack(2400, 'refund:one')]);
    expect(both.map(({ returnedMinor }) => returnedMinor)).toEqual([2400, 2400]);
    expect([await balanceOf(shop, cards[0]!.id), await balanceOf(shop, cards[1]!.id)]).toEqual([400, 5000]);
    await expect(giveBack(601, 'refund:two')).rejects.toMatchObject({
      message: 'REFUND_EXCEEDS_CAPTURE',
      details: { refundableMinor: 600 },
    });
    expect((await giveBack(600, 'refund:three')).returnedMinor).toBe(600);
  });
});
