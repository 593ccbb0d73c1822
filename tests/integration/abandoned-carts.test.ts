import { randomBytes } from 'node:crypto';
import { findCartToWriteAbout, writeAboutCarts } from '@turing/routers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let variantIds: string[];
beforeAll(async () => {
  shop = await openShop({ maxConnections: 12 });
  const products = await Promise.all(
    [1, 2].map(() => shop.factories.createProduct({ variants: [{ stock: 100 }] })),
  );
  variantIds = products.map(({ variant }) => variant.id);
  await shop.factories.createShippingMethod();
  await shop.factories.createTaxRate();
});
afterAll(() => shop.close());
beforeEach(() => shop.db.pool.query('update shop_business set cart_letters = true, cart_idle_minutes = 240'));

const hour = 3_600_000;
let count = 0;
function someone(): string {
  count += 1;
  return `shopper-${count}@example.com`;
}

async function cartOf(variantId = variantIds[0]!, quantity = 1): Promise<string> {
  const { token } = await shop
    .as()
    .orders.cart.addLine({ token: null, variantId, quantity, idempotencyKey: key() });
  return token;
}

async function leave(email: string, consent = true): Promise<string> {
  const token = await cartOf();
  await shop.as().orders.recovery.remember({ token, email, consent });
  return token;
}

interface RecoveryRow {
  cart_id: string;
  restore_token: string;
  unsubscribe_token: string;
  consent: boolean;
  sent_at: Date | null;
  wording: string;
}

async function recoveryOf(token: string): Promise<RecoveryRow> {
  const { rows } = await shop.db.pool.query<RecoveryRow>(
    'select r.* from cart_recovery r join cart c on c.id = r.cart_id where c.token = $1',
    [token],
  );
  return rows[0]!;
}

const run = () => writeAboutCarts(shop, 100);

async function lettersAbout(cartId: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ n: number }>(
    `select count(*)::int as n from outbox_event where type = 'cart.abandoned' and entity_id = $1`,
    [cartId],
  );
  return rows[0]!.n;
}

describe('a cart that was left', () => {
  test('is written about once, under ten runs at once and later ones', async () => {
    const tokens = await Promise.all(Array.from({ length: 12 }, () => leave(someone())));
    expect(await run()).toEqual([]);
    shop.advance(5 * hour);
    await Promise.all(Array.from({ length: 10 }, run));
    await run();
    for (const token of tokens) {
      const { cart_id: cartId, sent_at: sentAt } = await recoveryOf(token);
      expect(sentAt).not.toBeNull();
      expect(await lettersAbout(cartId)).toBe(1);
      expect(await findCartToWriteAbout(shop.db.reader, cartId)).toMatchObject({ lines: [{ quantity: 1 }] });
    }
  });

  test('nobody is written to without a yes, and a no takes the yes back', async () => {
    const never = await leave(someone(), false);
    const nobody = await cartOf();
    const email = someone();
    const changed = await leave(email, true);
    await shop.as().orders.recovery.remember({ token: changed, email, consent: false });
    shop.advance(5 * hour);
    await run();
    expect((await recoveryOf(never)).sent_at).toBeNull();
    expect(await recoveryOf(nobody)).toBeUndefined();
    expect(await recoveryOf(changed)).toMatchObject({ sent_at: null, consent: false, wording: '' });
  });

  test('a customer is written to by what the account says, whatever was said at a checkout', async () => {
    const [yes, no] = await Promise.all([shop.factories.createCustomer(), shop.factories.createCustomer()]);
    await shop.db.pool.query('update customer set marketing_consent = true where id = $1', [yes.id]);
    const carts = await Promise.all(
      [yes, no].map(({ id }) =>
        shop.factories.createCart({ customerId: id, lines: [{ variantId: variantIds[0]! }] }),
      ),
    );
    shop.advance(5 * hour);
    await run();
    expect(await lettersAbout(carts[0]!.id)).toBe(1);
    expect(await lettersAbout(carts[1]!.id)).toBe(0);
  });

  test('who ordered is left alone, also between the claim and the letter', async () => {
    const email = someone();
    const [ordered, other] = [await leave(email), await leave(email)];
    const guest = shop.as();
    const quote = await guest.orders.checkout.quote({
      token: ordered,
      country: address.country,
      region: address.region,
    });
    const late = await leave(someone());
    shop.advance(5 * hour);
    const place = (token: string, to: string) =>
      guest.orders.checkout.place({
        token,
        email: to,
        address,
        shippingMethod: quote.shippingMethod,
        expectedTotalMinor: quote.pricing.totalMinor,
        idempotencyKey: key(),
      });
    await place(ordered, email);
    await run();
    expect((await recoveryOf(ordered)).sent_at).toBeNull();
    expect((await recoveryOf(other)).sent_at).toBeNull();
    const { cart_id: cartId } = await recoveryOf(late);
    expect(await lettersAbout(cartId)).toBe(1);
    await place(late, someone());
    expect(await findCartToWriteAbout(shop.db.reader, cartId)).toBeNull();
  });

  test('nobody writes about a cart of last month, an empty one, or when the shop does not want to', async () => {
    const old = await leave(someone());
    const empty = await leave(someone());
    const { lines } = (await shop.as().orders.cart.find({ token: empty }))!;
    await shop
      .as()
      .orders.cart.setLine({ token: empty, lineId: lines[0]!.id, quantity: 0, idempotencyKey: key() });
    await shop.db.pool.query('update shop_business set cart_letters = false');
    shop.advance(5 * hour);
    expect(await run()).toEqual([]);
    await shop.db.pool.query(
      `update cart set updated_at = updated_at - interval '30 days' where token = $1`,
      [old],
    );
    await shop.db.pool.query('update shop_business set cart_letters = true');
    expect(await run()).toEqual([]);
    expect((await recoveryOf(old)).sent_at).toBeNull();
  });
});

describe('the way back', () => {
  const restore = (restoreToken: string, token: string | null = null, visitor = {}) =>
    shop.as(visitor).orders.recovery.restore({ restoreToken, token });

  test('leads to the cart on a device that has none, however often', async () => {
    const token = await leave(someone());
    const { restore_token: link } = await recoveryOf(token);
    expect(await restore(link)).toEqual({ token, outcome: 'restored' });
    expect(await restore(link, token)).toEqual({ token, outcome: 'restored' });
  });

  test('keeps what is in hand: the lines of both carts are in one, followed ten times at once', async () => {
    const token = await leave(someone());
    const inHand = await cartOf(variantIds[1], 3);
    const { restore_token: link } = await recoveryOf(token);
    const answers = await Promise.all(Array.from({ length: 10 }, () => restore(link, inHand)));
    expect(new Set(answers.map((answer) => answer.token))).toEqual(new Set([token]));
    const { lines } = (await shop.as().orders.cart.find({ token: inHand }))!;
    expect(new Map(lines.map(({ variantId, quantity }) => [variantId, quantity]))).toEqual(
      new Map([
        [variantIds[0]!, 1],
        [variantIds[1]!, 3],
      ]),
    );
  });

  test('puts the cart into the account of who is signed in', async () => {
    const customer = await shop.factories.createCustomer();
    const visitor = { customer: { ...customer, emailVerified: true } as never };
    const own = await shop.factories.createCart({
      customerId: customer.id,
      lines: [{ variantId: variantIds[1]!, quantity: 2 }],
    });
    const { restore_token: link } = await recoveryOf(await leave(someone()));
    expect(await restore(link, null, visitor)).toEqual({ token: own.token, outcome: 'restored' });
    const { lines } = (await shop.as(visitor).orders.cart.find({ token: own.token }))!;
    expect(lines).toHaveLength(2);
  });

  test('does not hand out the cart of an account, nor one that was ordered, nor anything to who guesses', async () => {
    const customer = await shop.factories.createCustomer();
    await shop.db.pool.query('update customer set marketing_consent = true where id = $1', [customer.id]);
    const cart = await shop.factories.createCart({
      customerId: customer.id,
      lines: [{ variantId: variantIds[0]! }],
    });
    shop.advance(5 * hour);
    await run();
    const { restore_token: link } = await recoveryOf(cart.token);
    expect(await restore(link)).toEqual({ token: null, outcome: 'sign_in' });
    await expect(restore(randomBytes(24).toString('base64url'))).rejects.toMatchObject({
      cause: { code: 'CART_NOT_FOUND' },
    });
    expect(link).toMatch(/^[\w-]{32}$/u);
  });
});

describe('no more letters', () => {
  test('with one click, for every cart of the address, until somebody agrees again', async () => {
    const email = someone();
    const [first, second] = [await leave(email), await leave(email)];
    const { unsubscribe_token: link } = await recoveryOf(first);
    const stop = () => shop.as().orders.recovery.unsubscribe({ unsubscribeToken: link });
    await Promise.all([stop(), stop()]);
    await stop();
    shop.advance(5 * hour);
    await run();
    expect((await recoveryOf(first)).sent_at).toBeNull();
    expect((await recoveryOf(second)).sent_at).toBeNull();
    const again = await leave(email);
    shop.advance(5 * hour);
    await run();
    expect((await recoveryOf(again)).sent_at).not.toBeNull();
  });

  test('of a customer is a no in the account, recorded once', async () => {
    const customer = await shop.factories.createCustomer();
    await shop.db.pool.query('update customer set marketing_consent = true where id = $1', [customer.id]);
    const cart = await shop.factories.createCart({
      customerId: customer.id,
      lines: [{ variantId: variantIds[0]! }],
    });
    shop.advance(5 * hour);
    await run();
    const { unsubscribe_token: unsubscribeToken } = await recoveryOf(cart.token);
    await shop.as().orders.recovery.unsubscribe({ unsubscribeToken });
    await shop.as().orders.recovery.unsubscribe({ unsubscribeToken });
    const { rows } = await shop.db.pool.query(
      `select granted, source from customer_consent where customer_id = $1 and source = 'unsubscribe'`,
      [customer.id],
    );
    expect(rows).toEqual([{ granted: false, source: 'unsubscribe' }]);
  });

  test('a link that is none changes nothing', async () => {
    await expect(
      shop.as().orders.recovery.unsubscribe({ unsubscribeToken: 'a'.repeat(32) }),
    ).rejects.toMatchObject({ cause: { code: 'SUBSCRIPTION_NOT_FOUND' } });
  });
});

describe('the list for staff', () => {
  test('shows value and what became of each', async () => {
    const owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
    const email = someone();
    const token = await leave(email);
    shop.advance(5 * hour);
    await run();
    const { restore_token: restoreToken } = await recoveryOf(token);
    const list = async () => {
      const { items } = await shop.as({ staff: owner }).orders.recovery.list({ limit: 100 });
      return items.find((item) => item.email === email);
    };
    expect(await list()).toMatchObject({ units: 1, valueMinor: 2500, state: 'written', order: null });
    await shop.as().orders.recovery.restore({ restoreToken, token: null });
    expect(await list()).toMatchObject({ state: 'restored' });
    const quote = await shop
      .as()
      .orders.checkout.quote({ token, country: address.country, region: address.region });
    const { number } = await shop.as().orders.checkout.place({
      token,
      email,
      address,
      shippingMethod: quote.shippingMethod,
      expectedTotalMinor: quote.pricing.totalMinor,
      idempotencyKey: key(),
    });
    shop.advance(hour);
    expect(await list()).toMatchObject({ state: 'recovered', order: { number } });
    const first = await shop.as({ staff: owner }).orders.recovery.list({ limit: 1 });
    const second = await shop
      .as({ staff: owner })
      .orders.recovery.list({ limit: 1, cursor: first.nextCursor! });
    expect(second.items[0]!.id).not.toBe(first.items[0]!.id);
  });
});
