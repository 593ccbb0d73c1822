import { refreshPriceLists } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activePriceList, insertGroup, memberOf, openPriceLists } from '../support/price-lists.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

const hour = 3_600_000;

let shop: Shop;
let groupIds: string[];
beforeAll(async () => {
  shop = await openShop();
  await shop.factories.createShippingMethod();
  groupIds = [await insertGroup(shop, 'trade'), await insertGroup(shop, 'staff')];
});
afterAll(() => shop.close());

async function select<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await shop.db.pool.query<Row>(sql, values)).rows;
}

describe('what is shown', () => {
  test('the product page and lists show what everybody pays; a member lays the group price over them', async () => {
    const product = await shop.factories.createProduct({
      variants: [{ prices: { USD: 2500 } }, { prices: { USD: 3000 }, compareAt: { USD: 3500 } }],
    });
    const [first, second] = product.variants.map(({ id }) => id) as [string, string];
    await activePriceList(shop, { kind: 'sale', rows: [[first, 2000]] });
    await activePriceList(shop, { kind: 'override', rows: [[second, 1500]], groupId: groupIds[1]! });
    const customer = await memberOf(shop, groupIds[1]!);
    const everybody = { minPriceMinor: 2000, maxPriceMinor: 3000, compareAtMinor: 2500 };
    const page = await shop.as({ customer }).products.get({ slug: product.slug });
    expect(page).toMatchObject(everybody);
    expect(page.variants.map((variant) => [variant.priceMinor, variant.compareAtMinor])).toEqual([
      [2000, 2500],
      [3000, 3500],
    ]);
    const { items } = await shop.as().products.list({ sort: 'newest', limit: 60 });
    expect(items.find(({ id }) => id === product.id)).toMatchObject(everybody);

    const asked = { productIds: [product.id] };
    expect(await shop.as({ customer }).products.prices(asked)).toEqual([
      {
        productId: product.id,
        minPriceMinor: 1500,
        maxPriceMinor: 2000,
        compareAtMinor: null,
        variants: [
          { variantId: first, priceMinor: 2000, compareAtMinor: 2500 },
          { variantId: second, priceMinor: 1500, compareAtMinor: null },
        ],
      },
    ]);
    const nobody = { ...(await shop.factories.createCustomer()), emailVerified: true };
    expect(await shop.as({ customer: nobody }).products.prices(asked)).toEqual([]);
    await expect(shop.as().products.prices(asked)).rejects.toThrow('UNAUTHENTICATED');
  });

  async function lowest(productId: string): Promise<number | undefined> {
    const sql = `select min_minor as low from product_price_range where product_id = $1 and currency = 'USD'`;
    return (await select<{ low: number }>(sql, [productId]))[0]?.low;
  }

  test('jobs are queued for the start and the end, and refresh what lists show', async () => {
    const product = await shop.factories.createProduct({ variants: [{ prices: { USD: 2500 } }] });
    const [startsAt, endsAt] = [new Date(Date.now() + 800), new Date(Date.now() + 1600)];
    const rows = [[product.variant.id, 2000]] as const;
    const list = await activePriceList(shop, { kind: 'sale', rows, startsAt, endsAt });
    const queued = await select<{ runAt: Date }>(
      `select run_at as "runAt" from graphile_worker.jobs where key like 'price-list:' || $1::text || ':%' order by run_at`,
      [list.id],
    );
    expect(queued.map(({ runAt }) => runAt)).toEqual([startsAt, endsAt]);
    expect(await lowest(product.id)).toBe(2500);
    const refreshed = async () => {
      await refreshPriceLists(shop);
      return lowest(product.id);
    };
    await expect.poll(refreshed, { timeout: 5000 }).toBe(2000);
    await expect.poll(refreshed, { timeout: 5000 }).toBe(2500);
    expect(await refreshPriceLists(shop)).toBe(0);
  });

  test('the sweep finds a start that nobody was there for, and two sweeps at once do no harm', async () => {
    const product = await shop.factories.createProduct({ variants: [{ prices: { USD: 2500 } }] });
    const startsAt = new Date(Date.now() + hour);
    const list = await activePriceList(shop, { kind: 'sale', rows: [[product.variant.id, 2000]], startsAt });
    const client = await shop.db.pool.connect();
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `update price_list set starts_at = now() - interval '1 minute', refreshed_at = now() - interval '1 hour' where id = $1`,
      [list.id],
    );
    await client.query(`set session_replication_role = default`);
    client.release();
    expect(await lowest(product.id)).toBe(2500);
    await Promise.all([refreshPriceLists(shop), refreshPriceLists(shop)]);
    expect(await lowest(product.id)).toBe(2000);
    expect(await refreshPriceLists(shop)).toBe(0);
  });
});

test('a list of more products than one statement should touch is left to the job', async () => {
  const count = 5001;
  const client = await shop.db.pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into product (slug, name, summary, description, brand, status, primary_category_id)
     select 'many-' || n, 'Many', '', '', 'Many', 'draft', $2 from generate_series(1, $1::int) n`,
    [count, (await shop.factories.createCategory()).id],
  );
  await client.query(
    `insert into product_variant (product_id, sku, name, position) select id, slug, '', 0 from product where brand = 'Many'`,
  );
  await client.query(
    `insert into variant_price (variant_id, currency, amount_minor)
     select v.id, 'USD', 1000 from product_variant v join product p on p.id = v.product_id where p.brand = 'Many'`,
  );
  await client.query('set session_replication_role = default');
  client.release();
  const { lists } = await openPriceLists(shop);
  const terms = { kind: 'sale' as const, priority: 0, groupId: null, startsAt: null, endsAt: null };
  const { id, version } = await lists.create({ name: 'Many', ...terms, idempotencyKey: key() });
  const filled = await lists.fillByPercent({
    id,
    version,
    target: { kind: 'brand', name: 'Many' },
    ratePpm: 200_000,
    rounding: 'none',
    currencies: ['USD'],
    idempotencyKey: key(),
  });
  expect(filled.written).toBe(count);
  const shown = async () => (await select('select 1 from product_price_range where min_minor = 800')).length;
  await lists.activate({ id, version: filled.version, active: true, idempotencyKey: key() });
  expect(await shown()).toBe(0);
  const queued = await select('select 1 from graphile_worker.jobs where key = $1', [`price-list:${id}:now`]);
  expect(queued).toHaveLength(1);
  await refreshPriceLists(shop);
  expect(await shown()).toBe(count);
  const off = await lists.activate({ id, version: version + 2, active: false, idempotencyKey: key() });
  const gone = { id, version: off.version };
  await expect(lists.delete({ ...gone, idempotencyKey: key() })).rejects.toThrow('PRICE_LIST_ACTIVE');
  await refreshPriceLists(shop);
  expect(await shown()).toBe(0);
  await lists.delete({ ...gone, idempotencyKey: key() });
});

describe('carts and orders', () => {
  const place = { email: 'a@example.com', address, shippingMethod: '' };

  async function quoted(shopper: ReturnType<Shop['as']>, token: string) {
    const { country, region } = address;
    const quote = await shopper.orders.checkout.quote({ token, country, region });
    return { total: quote.pricing.totalMinor, shippingMethod: quote.shippingMethod };
  }

  test('a sale starts and ends in a cart, and an order at the price of before is refused', async () => {
    const { variant } = await shop.factories.createProduct({ variants: [{ prices: { USD: 2500 } }] });
    const inHours = (hours: number) => new Date(shop.now().getTime() + hours * hour);
    await activePriceList(shop, {
      kind: 'sale',
      rows: [[variant.id, 2000]],
      startsAt: inHours(1),
      endsAt: inHours(2),
    });
    const guest = shop.as();
    const line = { variantId: variant.id, quantity: 2 };
    const { token, lines } = await guest.orders.cart.addLine({ token: null, ...line, idempotencyKey: key() });
    expect(lines[0]).toMatchObject({ unitPriceMinor: 2500, compareAtMinor: null, notice: null });
    const before = await quoted(guest, token);

    shop.advance(hour);
    const during = await guest.orders.cart.find({ token });
    expect(during?.lines[0]).toMatchObject({
      unitPriceMinor: 2000,
      compareAtMinor: 2500,
      seenPriceMinor: 2500,
      notice: 'price_changed',
    });
    const order = { ...place, token, shippingMethod: before.shippingMethod };
    await expect(
      guest.orders.checkout.place({ ...order, expectedTotalMinor: before.total, idempotencyKey: key() }),
    ).rejects.toMatchObject({
      message: 'CART_TOTAL_CHANGED',
      cause: { details: { totalMinor: before.total - 1000 } },
    });
    const onSale = await quoted(guest, token);

    shop.advance(hour);
    const after = await guest.orders.cart.find({ token });
    expect(after?.lines[0]).toMatchObject({ unitPriceMinor: 2500, compareAtMinor: null, notice: null });
    await expect(
      guest.orders.checkout.place({ ...order, expectedTotalMinor: onSale.total, idempotencyKey: key() }),
    ).rejects.toThrow('CART_TOTAL_CHANGED');
    const placed = await guest.orders.checkout.place({
      ...order,
      expectedTotalMinor: before.total,
      idempotencyKey: key(),
    });
    expect(placed.totalMinor).toBe(before.total);
  });

  test('a member of a group pays its price, everybody else theirs', async () => {
    const { variant } = await shop.factories.createProduct({ variants: [{ prices: { USD: 2500 } }] });
    await activePriceList(shop, { kind: 'override', rows: [[variant.id, 1900]], groupId: groupIds[0]! });
    const customer = await memberOf(shop, groupIds[0]!);
    const [trade, guest] = [shop.as({ customer }), shop.as()];
    const line = { token: null, variantId: variant.id, quantity: 1 };
    const own = await trade.orders.cart.addLine({ ...line, idempotencyKey: key() });
    const theirs = await guest.orders.cart.addLine({ ...line, idempotencyKey: key() });
    expect([own.totalMinor, theirs.totalMinor]).toEqual([1900, 2500]);
    // The same cart, looked at by who is signed in.
    expect((await trade.orders.cart.find({ token: theirs.token }))?.totalMinor).toBe(1900);

    const { total, shippingMethod } = await quoted(trade, own.token);
    const placed = await trade.orders.checkout.place({
      ...place,
      token: own.token,
      shippingMethod,
      expectedTotalMinor: total,
      idempotencyKey: key(),
    });
    expect((await shop.as().orders.byToken({ token: placed.orderToken })).lines[0]?.unitPriceMinor).toBe(
      1900,
    );

    await shop.db.pool.query('delete from customer_group_member where customer_id = $1', [customer.id]);
    expect((await trade.orders.cart.find({ token: theirs.token }))?.totalMinor).toBe(2500);
  });
});
