import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCarrierRates, createStripeTax, type Services } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let locationId: string;
beforeAll(async () => {
  shop = await openShop();
  const { pool } = shop.db;
  await shop.factories.createShippingMethod({
    code: 'by-weight',
    basis: 'weight',
    rates: {
      USD: {
        amountMinor: 500,
        freeOverMinor: 100_000,
        bands: [
          { from: 1000, amountMinor: 900 },
          { from: 5000, amountMinor: null },
        ],
      },
    },
  });
  await shop.factories.createShippingMethod({ code: 'flat', rates: { USD: { amountMinor: 2000 } } });
  await shop.factories.createShippingMethod({
    code: 'live',
    carrierService: 'ground',
    rates: { USD: { amountMinor: 1500 } },
  });
  await shop.factories.createShippingMethod({ code: 'alaska', rates: { USD: { amountMinor: 4000 } } });
  await pool.query(
    `update shipping_zone_place set region = 'AK' where zone_id = (select zone_id from shipping_method where code = 'alaska')`,
  );
  await shop.factories.createShippingMethod({ code: 'juneau', rates: { USD: { amountMinor: 7000 } } });
  await pool.query(
    `update shipping_zone_place set region = 'AK', postal_from = '99801', postal_to = '99803'
     where zone_id = (select zone_id from shipping_method where code = 'juneau')`,
  );
  const { rows } = await pool.query<{ id: string }>('select id from stock_location limit 1');
  locationId = rows[0]?.id ?? (await shop.factories.createProduct({ variants: [{ stock: 1 }] }), '');
  if (locationId === '') {
    locationId = (await pool.query<{ id: string }>('select id from stock_location limit 1')).rows[0]!.id;
  }
  await shop.factories.createShippingMethod({
    code: 'fetch',
    pickup: {
      locationId,
      address: {
        line1: '1 Dock',
        line2: null,
        city: 'Portland',
        region: 'OR',
        postalCode: '97209',
        country: 'US',
      },
    },
    rates: { USD: { amountMinor: 0 } },
  });
  await shop.factories.createTaxRate({ region: 'CA', ratePpm: 72_500, name: 'Sales tax' });
  await shop.factories.createTaxRate({ region: 'NV', ratePpm: 68_500, collected: false });
  await shop.factories.createTaxRate({ country: 'US', region: 'TX', ratePpm: 62_500, shippingTaxed: true });
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function cart(input: { price?: number; grams?: number; category?: string; stock?: number } = {}) {
  const product = await shop.factories.createProduct({
    variants: [{ stock: input.stock ?? 10, prices: { USD: input.price ?? 2500, EUR: 2400 } }],
  });
  const variantId = product.variants[0]!.id;
  const { pool } = shop.db;
  await pool.query('update product_variant set weight_grams = $2 where id = $1', [
    variantId,
    input.grams ?? 100,
  ]);
  await pool.query('update product set tax_category = $2 where id = $1', [
    product.id,
    input.category ?? 'standard',
  ]);
  const { token } = await shop
    .as()
    .orders.cart.addLine({ token: null, variantId, quantity: 1, idempotencyKey: key() });
  return token;
}

const quote = (token: string, region: string, rest: { postalCode?: string; shippingMethod?: string } = {}) =>
  shop.as().orders.checkout.quote({ token, country: 'US', region, ...rest });

const codes = (answer: { methods: readonly { code: string }[] }) => answer.methods.map(({ code }) => code);

describe('the table', () => {
  test('prices by weight and ends where its bands do', async () => {
    const light = await quote(await cart({ grams: 999 }), 'OR');
    expect(light.methods[0]).toMatchObject({ code: 'by-weight', amountMinor: 500 });
    const heavier = await quote(await cart({ grams: 1000 }), 'OR');
    expect(heavier.methods[0]).toMatchObject({ code: 'by-weight', amountMinor: 900 });
    expect(codes(await quote(await cart({ grams: 5000 }), 'OR'))).not.toContain('by-weight');
    expect((await quote(await cart({ price: 100_000 }), 'OR')).pricing.shippingMinor).toBe(0);
  });

  test('offers the methods of the zone that names the place most exactly', async () => {
    const token = await cart();
    expect(codes(await quote(token, 'AK'))).toEqual(['alaska']);
    expect(codes(await quote(token, 'AK', { postalCode: '99802-1000' }))).toEqual(['juneau']);
    expect(codes(await quote(token, 'AK', { postalCode: '99804' }))).toEqual(['alaska']);
    expect(codes(await quote(token, 'OR', { postalCode: '97201' }))).toContain('flat');
  });

  test('collects only where the shop is registered, by jurisdiction', async () => {
    const token = await cart();
    const california = await quote(token, 'CA');
    expect(california.pricing).toMatchObject({
      taxMinor: 181,
      taxName: 'Sales tax',
      taxes: [{ name: 'Sales tax', jurisdiction: 'CA', ratePpm: 72_500, taxableMinor: 2500, taxMinor: 181 }],
    });
    expect((await quote(token, 'NV')).pricing).toMatchObject({ taxMinor: 0, taxes: [], taxName: 'No tax' });
    expect((await quote(token, 'TX')).pricing).toMatchObject({ taxMinor: 156 + 31, shippingTaxMinor: 31 });
    expect((await quote(await cart({ category: 'exempt' }), 'CA')).pricing.taxMinor).toBe(0);
  });

  test('an order keeps its taxes by name and rate', async () => {
    const token = await cart();
    const { pricing, shippingMethod } = await quote(token, 'CA');
    const placed = await shop.as().orders.checkout.place({
      token,
      email: 'guest@example.com',
      address: { ...address, region: 'CA', city: 'Los Angeles', postalCode: '90001' },
      shippingMethod,
      expectedTotalMinor: pricing.totalMinor,
      idempotencyKey: key(),
    });
    const order = await shop.as().orders.byToken({ token: placed.orderToken });
    expect(order.pricing).toMatchObject({ taxMinor: 181, shippingTaxMinor: 0, taxes: pricing.taxes });
    expect(order.isPickup).toBe(false);
    const { rows } = await shop.db.pool.query(
      'select tax_rate_ppm from order_line where order_id = (select id from "order" where token = $1)',
      [placed.orderToken],
    );
    expect(rows).toEqual([{ tax_rate_ppm: 72_500 }]);
  });
});

describe('picking up', () => {
  const pickup = { name: 'Ada Lovelace', phone: '+1 503 555 0100', country: 'US', region: 'CA' };

  test('needs a name, is taxed at the location and takes its stock from there', async () => {
    const token = await cart();
    const asked = await quote(token, 'CA', { shippingMethod: 'fetch' });
    expect(asked.pricing).toMatchObject({ taxMinor: 0, shippingMinor: 0, totalMinor: 2500 });
    const placing = {
      token,
      email: 'guest@example.com',
      address: null,
      shippingMethod: 'fetch',
      expectedTotalMinor: 2500,
    };
    const place = (rest: { pickup?: typeof pickup; shippingMethod?: string; expectedTotalMinor?: number }) =>
      shop.as().orders.checkout.place({ ...placing, ...rest, idempotencyKey: key() });
    await expect(place({})).rejects.toThrow('ADDRESS_INVALID');
    await expect(place({ pickup: { ...pickup, name: '' } })).rejects.toThrow('ADDRESS_INVALID');
    await expect(place({ pickup: { ...pickup, phone: '12' } })).rejects.toMatchObject({
      cause: { details: { fields: [{ field: 'phone' }] } },
    });
    await expect(
      place({ pickup, shippingMethod: 'flat', expectedTotalMinor: 2500 + 2000 + 181 }),
    ).rejects.toThrow('ADDRESS_INVALID');
    const placed = await place({ pickup });
    const order = await shop.as().orders.byToken({ token: placed.orderToken });
    expect(order).toMatchObject({
      isPickup: true,
      shippingAddress: { name: 'Ada Lovelace', line1: '1 Dock', city: 'Portland' },
    });
    const { rows } = await shop.db.pool.query(
      'select o.pickup_location_id, l.location_id from "order" o join order_line l on l.order_id = o.id where o.token = $1',
      [placed.orderToken],
    );
    expect(rows).toEqual([{ pickup_location_id: locationId, location_id: locationId }]);
  });

  test('is not offered where it does not lie', async () => {
    const token = await cart({ stock: 1 });
    const { pool } = shop.db;
    await pool.query(
      `update stock_level set backorder_limit = 5 where variant_id = (
        select l.variant_id from cart_line l join cart c on c.id = l.cart_id where c.token = $1)`,
      [token],
    );
    expect(codes(await quote(token, 'OR'))).toContain('fetch');
    const found = await shop.as().orders.cart.find({ token });
    const lineId = found?.lines[0]?.id ?? '';
    await shop.as().orders.cart.setLine({ token, lineId, quantity: 2, idempotencyKey: key() });
    expect(codes(await quote(token, 'OR'))).not.toContain('fetch');
  });
});

test('a phone that cannot be dialled is refused with its field', async () => {
  const token = await cart();
  const { pricing, shippingMethod } = await quote(token, 'OR');
  const order = {
    token,
    email: 'guest@example.com',
    shippingMethod,
    expectedTotalMinor: pricing.totalMinor,
    idempotencyKey: key(),
  };
  await expect(
    shop.as().orders.checkout.place({ ...order, address: { ...address, phone: '503 555 01' } }),
  ).rejects.toMatchObject({ cause: { code: 'ADDRESS_INVALID', details: { fields: [{ field: 'phone' }] } } });
  await shop.as().orders.checkout.place({ ...order, address: { ...address, phone: '(503) 555-0100' } });
});

interface Carrier {
  readonly url: string;
  readonly asked: () => unknown[];
  answer: (body: { services: string[] }) => { status: number; body: unknown };
  readonly close: () => void;
}

async function openCarrier(): Promise<Carrier> {
  const asked: unknown[] = [];
  const carrier: Omit<Carrier, 'url' | 'close'> & { answer: Carrier['answer'] } = {
    asked: () => asked,
    answer: () => ({
      status: 200,
      body: { currency: 'USD', rates: [{ service: 'ground', amountMinor: 1234, minDays: 1, maxDays: 2 }] },
    }),
  };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const body = JSON.parse(text) as { services: string[] };
      asked.push({ ...body, token: request.headers.authorization });
      const reply = carrier.answer(body);
      response
        .writeHead(reply.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(carrier, { url: `http://127.0.0.1:${port}/rates`, close: () => server.close() });
}

/** The shop of this file with somebody outside to ask. */
function shopWith(outside: Partial<Services>) {
  return (visitor?: Parameters<Shop['as']>[0]) => shop.as(visitor, outside);
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a carrier', () => {
  test('is asked once, its price is kept and holds at placing without asking again', async () => {
    const carrier = await openCarrier();
    const rates = createCarrierRates({
      url: carrier.url,
      token: 'secret',
      allowPrivate: true,
      logger: quiet,
    });
    const as = shopWith({ shippingRates: rates });
    const token = await cart();
    const place = { country: 'US', region: 'OR', postalCode: '97201', city: 'Portland', line1: '1 Elm' };
    const asked = await as().orders.checkout.quote({ token, ...place, shippingMethod: 'live' });
    expect(asked.pricing.shippingMinor).toBe(1234);
    expect(carrier.asked()).toEqual([
      {
        to: { country: 'US', region: 'OR', postalCode: '97201' },
        parcel: { weightGrams: 100, valueMinor: 2500 },
        currency: 'USD',
        services: ['ground'],
        token: 'Bearer secret',
      },
    ]);
    carrier.close();
    await as().orders.checkout.place({
      token,
      email: 'guest@example.com',
      address: { ...address, ...place, name: 'Ada', line2: null, phone: null },
      shippingMethod: 'live',
      expectedTotalMinor: 2500 + 1234,
      idempotencyKey: key(),
    });
    expect(carrier.asked()).toHaveLength(1);
  });

  test.each([
    ['is away', 101, () => ({ status: 503, body: {} })],
    ['talks nonsense', 102, () => ({ status: 200, body: { rates: 'cheap' } })],
    ['speaks of another currency', 103, () => ({ status: 200, body: { currency: 'EUR', rates: [] } })],
  ])('that %s leaves the price to the table', async (_, grams, answer) => {
    const carrier = await openCarrier();
    carrier.answer = answer;
    const rates = createCarrierRates({ url: carrier.url, token: '', allowPrivate: true, logger: quiet });
    const as = shopWith({ shippingRates: rates });
    // Another parcel is another question: a price that did not come is not asked for again at once.
    const token = await cart({ grams });
    const ask = () =>
      as().orders.checkout.quote({ token, country: 'US', region: 'OR', shippingMethod: 'live' });
    expect((await ask()).pricing.shippingMinor).toBe(1500);
    expect((await ask()).pricing.shippingMinor).toBe(1500);
    expect(carrier.asked()).toHaveLength(1);
    carrier.close();
  });

  test('on this machine or in this network is not called', async () => {
    const carrier = await openCarrier();
    const question = {
      country: 'US',
      region: null,
      postalCode: '',
      currency: 'USD',
      weightGrams: 1,
      subtotalMinor: 1,
      services: ['ground'],
    };
    const { port } = new URL(carrier.url);
    for (const url of [
      carrier.url,
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://localhost:${port}/`,
    ]) {
      const rates = createCarrierRates({ url, token: '', allowPrivate: false, logger: quiet });
      expect(await rates.ask(question)).toBeNull();
    }
    expect(carrier.asked()).toEqual([]);
    carrier.close();
  });
});

describe('Stripe Tax', () => {
  const emulator = createStripeEmulator({ retryDelaysMs: [5] });
  let base: string;
  beforeAll(async () => {
    base = await emulator.listen();
  });
  afterAll(() => emulator.close());

  const tax = (whenAway: 'table' | 'refuse', apiBase = base) =>
    createStripeTax({ secretKey: 'sk_test_shop', apiBase, whenAway, logger: quiet });

  test('taxes quote and order by jurisdiction, and the sums hold', async () => {
    const as = shopWith({ taxCalculator: tax('refuse') });
    const token = await cart({ price: 1999 });
    const place = { country: 'US', region: 'CA', postalCode: '90001', city: 'Los Angeles', line1: '1 Elm' };
    const asked = await as().orders.checkout.quote({ token, ...place, shippingMethod: 'flat' });
    expect(asked.pricing.taxes.map(({ name, ratePpm }) => [name, ratePpm])).toEqual([
      ['Sales tax', 60_000],
      ['Sales tax', 35_000],
    ]);
    expect(asked.pricing.totalMinor).toBe(1999 + 2000 + asked.pricing.taxMinor);
    const placed = await as().orders.checkout.place({
      token,
      email: 'guest@example.com',
      address: { ...address, ...place, line2: null, phone: null },
      shippingMethod: 'flat',
      expectedTotalMinor: asked.pricing.totalMinor,
      idempotencyKey: key(),
    });
    const order = await shop.as().orders.byToken({ token: placed.orderToken });
    expect(order.pricing.taxes).toEqual(asked.pricing.taxes);
  });

  test('when it is away, orders wait or the table decides, as the shop is set', async () => {
    const token = await cart();
    const ask = (whenAway: 'table' | 'refuse') =>
      shopWith({
        taxCalculator: { ...tax(whenAway, 'http://127.0.0.1:9'), provider: `away ${whenAway}` },
      })().orders.checkout.quote({
        token,
        country: 'US',
        region: 'CA',
      });
    await expect(ask('refuse')).rejects.toThrow('TAX_UNAVAILABLE');
    expect((await ask('table')).pricing.taxMinor).toBe(181);
  });
});

test('a cart moved to another currency has seen its new prices', async () => {
  const token = await cart();
  const moved = await shop.as().orders.cart.setCurrency({ token, currency: 'EUR', idempotencyKey: key() });
  expect(moved).toMatchObject({ currency: 'EUR', lines: [{ unitPriceMinor: 2400, notice: null }] });
});
