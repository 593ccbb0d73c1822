import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, order, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
let main: string;

beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  main = (await shop.factories.createStockLocation('main')).id;
  await shop.factories.createShippingMethod({ code: 'standard' });
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const stock = () => shop.as({ staff: owner }).products.staff.stock;
const because = { reason: 'received' as const, note: null };

async function newLocation(code: string) {
  const { id } = await stock().locations.create({ code, name: `Store ${code}`, idempotencyKey: key() });
  return id;
}

async function locationOf(id: string) {
  const found = (await stock().locations.list()).find((location) => location.id === id);
  if (found === undefined) throw new Error(`no location ${id}`);
  return found;
}

async function setActive(id: string, active: boolean) {
  const { version } = await locationOf(id);
  return stock().locations.update({ id, version, active, idempotencyKey: key() });
}

async function productWith(units: number, location = 'main') {
  return shop.factories.createProduct({ location, variants: [{ stock: units }] });
}

async function offered(slug: string) {
  const { available, variants } = await shop.as().products.get({ slug });
  return { shown: available, ...variants[0] };
}

describe('locations', () => {
  test('are made once, renamed by version and put in order', async () => {
    const input = { code: 'north', name: 'North store', idempotencyKey: key() };
    const made = await stock().locations.create(input);
    expect(await stock().locations.create(input)).toEqual(made);
    await expect(stock().locations.create({ ...input, idempotencyKey: key() })).rejects.toThrow('CODE_TAKEN');
    const { version } = await locationOf(made.id);
    const rename = { id: made.id, version, name: 'Northern store' };
    await stock().locations.update({ ...rename, idempotencyKey: key() });
    await expect(stock().locations.update({ ...rename, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: version, current: version + 1 } },
    });
    expect(await locationOf(made.id)).toMatchObject({ name: 'Northern store', active: true });
    const ids = (await stock().locations.list()).map(({ id }) => id).toReversed();
    await stock().locations.reorder({ ids, idempotencyKey: key() });
    expect((await stock().locations.list()).map(({ id }) => id)).toEqual(ids);
    await expect(stock().locations.reorder({ ids: ids.slice(1), idempotencyKey: key() })).rejects.toThrow(
      'STOCK_CONFLICT',
    );
    const unknown = { ...rename, id: '00000000-0000-7000-8000-000000000009', idempotencyKey: key() };
    await expect(stock().locations.update(unknown)).rejects.toThrow('STOCK_LOCATION_NOT_FOUND');
  });

  test('that do not sell are offered by nothing, and sell again when they are opened', async () => {
    const id = await newLocation('popup');
    const product = await productWith(8, 'popup');
    const variantId = product.variant.id;
    await setActive(id, false);
    expect(await offered(product.slug)).toMatchObject({ shown: false, available: 0, onShelf: 0 });
    const list = await shop.as().products.list({ inStock: true });
    expect(list.items.some(({ slug }) => slug === product.slug)).toBe(false);
    await expect(order(shop, { variantId })).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    const reserve = { variantId, locationId: id, quantity: 1, reference: 'Ada', idempotencyKey: key() };
    const expiresAt = new Date(shop.now().getTime() + 60_000).toISOString();
    await expect(stock().reserve({ ...reserve, expiresAt })).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    await stock().adjust({ variantId, locationId: id, change: 2, ...because, idempotencyKey: key() });
    const other = await productWith(0);
    await stock().adjust({
      variantId: other.variant.id,
      locationId: id,
      change: 5,
      ...because,
      idempotencyKey: key(),
    });
    expect(await offered(other.slug)).toMatchObject({ shown: false, available: 0 });
    await setActive(id, true);
    expect(await offered(product.slug)).toMatchObject({ shown: true, available: 10 });
    expect(await offered(other.slug)).toMatchObject({ available: 5 });
  });

  test('with open orders stay, and so does the last that sells', async () => {
    const id = await newLocation('busy');
    const product = await productWith(3, 'busy');
    await shop.factories.createOrder({ lines: [{ variantId: product.variant.id, quantity: 2 }] });
    await expect(setActive(id, false)).rejects.toMatchObject({
      cause: { code: 'STOCK_LOCATION_IN_USE', details: { promised: 2 } },
    });
    expect(await locationOf(id)).toMatchObject({ active: true });
    const last = await newLocation('last');
    const { rows } = await shop.db.pool.query<{ id: string }>(
      'update stock_location set active = false where active and id <> $1 returning id',
      [last],
    );
    await expect(setActive(last, false)).rejects.toMatchObject({
      cause: { code: 'STOCK_LOCATION_IN_USE', details: { last: true } },
    });
    await shop.db.pool.query('update stock_location set active = true where id = any ($1)', [
      rows.map((row) => row.id),
    ]);
  });

  test('closed while twenty order there: every order came before, or none did', async () => {
    const id = await newLocation('rush');
    const product = await productWith(100, 'rush');
    const results = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => order(shop, { variantId: product.variant.id })),
      setActive(id, false),
    ]);
    const closed = results.at(-1)?.status === 'fulfilled';
    const ordered = results.slice(0, -1).filter(({ status }) => status === 'fulfilled').length;
    expect(closed ? ordered === 0 : ordered > 0).toBe(true);
    expect(await locationOf(id)).toMatchObject({ active: !closed, allocated: ordered });
  });
});

describe('backorders', () => {
  test('are promised up to the limit, said to the shopper, and ship when they are in', async () => {
    const product = await productWith(1);
    const variantId = product.variant.id;
    const policy = { variantId, locationId: main, backorderLimit: 3, expectedBackorderLimit: 0 };
    const set = { ...policy, idempotencyKey: key() };
    expect(await stock().setPolicy(set)).toMatchObject({ backorderLimit: 3 });
    expect(await stock().setPolicy(set)).toMatchObject({ backorderLimit: 3 });
    expect(await offered(product.slug)).toMatchObject({ available: 4, onShelf: 1, backorder: false });
    const { id } = await shop.factories.createOrder({ lines: [{ variantId, quantity: 1 }] });
    expect(await offered(product.slug)).toMatchObject({ available: 3, onShelf: 0, backorder: true });
    await order(shop, { variantId, quantity: 3 });
    expect(await offered(product.slug)).toMatchObject({ available: 0, onShelf: 0, backorder: false });
    await expect(order(shop, { variantId })).rejects.toThrow('PRODUCT_OUT_OF_STOCK');
    await expect(
      stock().setPolicy({ ...policy, backorderLimit: 2, expectedBackorderLimit: 3, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'STOCK_INVALID', details: { onHand: 1, allocated: 4 } } });
    await expect(stock().setPolicy({ ...policy, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'STOCK_CONFLICT', details: { yours: 0, current: 3 } },
    });
    await ship(id, 1);
  });

  test('are not shipped before they came', async () => {
    const product = await productWith(0);
    const variantId = product.variant.id;
    const policy = { variantId, locationId: main, backorderLimit: 5, expectedBackorderLimit: 0 };
    await stock().setPolicy({ ...policy, idempotencyKey: key() });
    const { id } = await shop.factories.createOrder({ lines: [{ variantId, quantity: 2 }] });
    await stock().adjust({ variantId, locationId: main, change: 1, ...because, idempotencyKey: key() });
    await expect(ship(id, 2)).rejects.toMatchObject({
      cause: { code: 'STOCK_INVALID', details: { requested: 2, onHand: 1 } },
    });
    await stock().adjust({ variantId, locationId: main, change: 1, ...because, idempotencyKey: key() });
    await ship(id, 2);
    const { items } = await stock().movements({ variantId });
    expect(items[0]).toMatchObject({ reason: 'sale', quantity: -2, onHandAfter: 0, orderId: id });
  });

  test('an order goes where it can ship today, though another place may promise more', async () => {
    const product = await productWith(2);
    const variantId = product.variant.id;
    const far = await newLocation('far');
    const policy = { variantId, locationId: far, backorderLimit: 50, expectedBackorderLimit: 0 };
    await stock().setPolicy({ ...policy, idempotencyKey: key() });
    await order(shop, { variantId, quantity: 2 });
    await order(shop, { variantId, quantity: 2 });
    const { items } = await stock().levels({ productId: product.id });
    expect(items.map(({ locationId, allocated }) => [locationId, allocated])).toEqual([
      [main, 2],
      [far, 2],
    ]);
  });
});

async function ship(orderId: string, quantity: number) {
  const staff = shop.as({ staff: owner }).orders.staff;
  const { version, lines } = await staff.get({ id: orderId });
  return staff.ship({
    id: orderId,
    version,
    carrier: 'UPS',
    trackingNumber: null,
    lines: lines.map((line) => ({ orderLineId: line.id, quantity })),
    idempotencyKey: key(),
  });
}

describe('levels', () => {
  test('are found by SKU, name, product, place and low stock, page by page', async () => {
    const product = await shop.factories.createProduct({
      name: 'Kestrel Jug',
      variants: [
        { sku: 'KES-1', stock: 5 },
        { sku: 'KES-2', stock: 6 },
        { sku: 'KES-3', stock: 60 },
      ],
    });
    const skus = async (input: Parameters<ReturnType<typeof stock>['levels']>[0]) =>
      (await stock().levels(input)).items.map(({ sku }) => sku);
    expect(await skus({ query: 'kes-' })).toEqual(['KES-1', 'KES-2', 'KES-3']);
    expect(await skus({ query: 'kestrel', low: true })).toEqual(['KES-1']);
    expect(await skus({ query: '%' })).toEqual([]);
    expect(await skus({ productId: product.id, locationId: main })).toHaveLength(3);
    const all = await stock().levels({ productId: product.id, includeEmpty: true, limit: 2 });
    expect(all.items).toHaveLength(2);
    const next = await stock().levels({
      productId: product.id,
      includeEmpty: true,
      limit: 100,
      cursor: all.nextCursor ?? '',
    });
    const places = [...all.items, ...next.items].map(({ sku, locationId }) => `${sku} ${locationId}`);
    expect(new Set(places).size).toBe(3 * (await stock().locations.list()).length);
    expect(all.items.find(({ locationId }) => locationId === main)).toMatchObject({
      productName: 'Kestrel Jug',
      onHand: 5,
      available: 5,
      free: 5,
      low: true,
      lowStockThreshold: 5,
    });
    await expect(stock().levels({ cursor: 'nonsense' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('low variants come emptiest first, and are low by their own threshold', async () => {
    const product = await shop.factories.createProduct({
      variants: [{ stock: 9 }, { stock: 2 }, { stock: 7 }],
    });
    const threshold = (index: number, lowStockThreshold: number | null) => ({
      variantId: product.variants[index]!.id,
      lowStockThreshold,
      expectedLowStockThreshold: 5,
    });
    const set = { ...threshold(0, 10), idempotencyKey: key() };
    await stock().setThreshold(set);
    await stock().setThreshold(set);
    await expect(stock().setThreshold({ ...set, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'STOCK_CONFLICT', details: { yours: 5, current: 10 } },
    });
    const low: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await stock().low({ limit: 2, cursor });
      expect(page.items.every(({ free, lowStockThreshold }) => free <= lowStockThreshold)).toBe(true);
      low.push(...page.items.map(({ variantId }) => variantId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(low).toHaveLength(await stock().lowCount());
    const mine = product.variants.map(({ id }) => low.indexOf(id));
    expect(mine[1]).toBeGreaterThanOrEqual(0);
    expect(mine[0]).toBeGreaterThan(mine[1]!);
    expect(mine[2]).toBe(-1);
    await stock().setThreshold({ ...threshold(1, null), idempotencyKey: key() });
    const after = await stock().low({ limit: 100 });
    expect(after.items.some(({ variantId }) => variantId === product.variants[1]!.id)).toBe(false);
  });
});

test('only staff who may write stock do', async () => {
  const analyst = { ...(await shop.factories.createStaff({ role: 'analyst' })), role: 'analyst' };
  const reader = shop.as({ staff: analyst }).products.staff.stock;
  const { variant } = await productWith(1);
  expect((await reader.levels({ limit: 1 })).items).toHaveLength(1);
  await expect(
    reader.adjust({ variantId: variant.id, locationId: main, change: 1, ...because, idempotencyKey: key() }),
  ).rejects.toThrow('FORBIDDEN');
});
