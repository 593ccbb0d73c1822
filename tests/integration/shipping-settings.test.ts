import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let staff: ReturnType<Shop['as']>['orders']['staff'];
beforeAll(async () => {
  shop = await openShop();
  const { id, email, name } = await shop.factories.createStaff({ role: 'owner' });
  staff = shop.as({ staff: { id, email, name, role: 'owner' } }).orders.staff;
});
afterAll(() => shop.close());

const countAudit = async (action: string) => {
  const { rows } = await shop.db.pool.query<{ count: number }>(
    'select count(*)::int as count from audit_entry where action = $1',
    [action],
  );
  return rows[0]?.count;
};

const method = (change: object = {}) => ({
  name: 'Standard',
  description: 'To the door.',
  minDays: 2,
  maxDays: 4,
  kind: 'delivery' as const,
  basis: 'weight' as const,
  carrierService: null,
  locationId: null,
  pickupAddress: null,
  active: true,
  position: 0,
  rates: [
    {
      currency: 'EUR' as const,
      amountMinor: 500,
      freeOverMinor: null,
      bands: [{ from: 1000, amountMinor: 900 }],
    },
  ],
  ...change,
});

const place = (country: string, rest: { region?: string; postal?: string } = {}) => ({
  country,
  region: '',
  postal: '',
  ...rest,
});

async function newZone(name: string, places = [place('PL')]) {
  const id = await staff.shipping.createZone({ name, places, idempotencyKey: key() });
  return (await staff.shipping.zones()).find((zone) => zone.id === id)!;
}

describe('zones and methods', () => {
  test('are made, changed and deleted, each once per key and with an entry in the audit', async () => {
    const made = { name: 'Poland', places: [place('PL')], idempotencyKey: key() };
    const id = await staff.shipping.createZone(made);
    expect(await staff.shipping.createZone(made)).toBe(id);
    expect(await countAudit('shipping.createZone')).toBe(1);
    const create = { zoneId: id, ...method(), idempotencyKey: key() };
    const methodId = await staff.shipping.createMethod(create);
    expect(await staff.shipping.createMethod(create)).toBe(methodId);
    const places = [place('PL', { postal: '00-950' }), place('US', { region: 'ak' })];
    await staff.shipping.updateZone({ id, version: 1, name: 'Warsaw', places, idempotencyKey: key() });
    const zone = (await staff.shipping.zones()).find((each) => each.id === id);
    expect(zone).toMatchObject({
      name: 'Warsaw',
      version: 2,
      places: [place('PL', { postal: '00950' }), place('US', { region: 'AK' })],
      methods: [{ id: methodId, name: 'Standard', rates: [{ bands: [{ from: 1000, amountMinor: 900 }] }] }],
    });
    const change = { ...method({ name: 'Slow' }), id: methodId, version: 1, idempotencyKey: key() };
    await staff.shipping.updateMethod(change);
    await expect(staff.shipping.updateMethod({ ...change, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 2 } },
    });
    await staff.shipping.deleteMethod({ id: methodId, version: 2, idempotencyKey: key() });
    await staff.shipping.deleteZone({ id, version: 2, idempotencyKey: key() });
    await expect(staff.shipping.deleteZone({ id, version: 2, idempotencyKey: key() })).rejects.toThrow(
      'SHIPPING_ZONE_NOT_FOUND',
    );
    await expect(
      staff.shipping.deleteMethod({ id: methodId, version: 2, idempotencyKey: key() }),
    ).rejects.toThrow('SHIPPING_METHOD_NOT_FOUND');
  });

  test('have names of their own, bands that ascend, and a place for what is picked up', async () => {
    const zone = await newZone('Sweden', [place('SE')]);
    await expect(newZone('Sweden')).rejects.toThrow('NAME_TAKEN');
    const add = (change: object) =>
      staff.shipping.createMethod({ zoneId: zone.id, ...method(change), idempotencyKey: key() });
    const bands = [
      { from: 900, amountMinor: 1 },
      { from: 800, amountMinor: 1 },
    ];
    const [rate] = method().rates;
    await expect(add({ rates: [{ ...rate, bands }] })).rejects.toThrow('ascend');
    await expect(add({ kind: 'pickup' })).rejects.toThrow('pick-up');
    const locationId = '00000000-0000-7000-8000-000000000001';
    const { name: _, ...pickupAddress } = {
      name: '',
      line1: '1',
      line2: null,
      city: 'X',
      region: null,
      postalCode: '1',
      country: 'SE',
    };
    await expect(add({ kind: 'pickup', locationId, pickupAddress })).rejects.toThrow(
      'STOCK_LOCATION_NOT_FOUND',
    );
    await expect(newZone('Nowhere', [place('SE', { postal: '9_1' })])).rejects.toThrow('SW1');
  });

  test('of two edits of one version one wins', async () => {
    const { id } = await newZone('Norway', [place('NO')]);
    const edits = await Promise.allSettled(
      ['A', 'B', 'C', 'D'].map((name) =>
        staff.shipping.updateZone({ id, version: 1, name, places: [place('NO')], idempotencyKey: key() }),
      ),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('regions', () => {
  const terms = (change: object = {}) => ({
    code: 'nordics',
    name: 'Nordics',
    currency: 'EUR' as const,
    taxInclusive: true,
    locale: 'en-IE',
    countries: ['SE', 'DK'],
    isDefault: false,
    active: true,
    position: 0,
    ...change,
  });

  test('are chosen from by visitors; a country is in one, and one is the default', async () => {
    const create = { ...terms({ isDefault: true }), idempotencyKey: key() };
    const id = await staff.regions.create(create);
    expect(await staff.regions.create(create)).toBe(id);
    await expect(
      staff.regions.create({
        ...terms({ code: 'denmark', name: 'Denmark', countries: ['DK'] }),
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('COUNTRY_TAKEN');
    await expect(
      staff.regions.create({ ...terms({ countries: ['FI'] }), idempotencyKey: key() }),
    ).rejects.toThrow('NAME_TAKEN');
    const other = terms({ code: 'other', name: 'Other', countries: ['FI'], isDefault: true });
    const otherId = await staff.regions.create({ ...other, idempotencyKey: key() });
    const shown = await shop.as().orders.regions();
    expect(shown.map(({ code, isDefault, countries }) => [code, isDefault, countries])).toEqual([
      ['nordics', false, ['DK', 'SE']],
      ['other', true, ['FI']],
    ]);
    const update = { ...other, active: false, id: otherId, version: 1, idempotencyKey: key() };
    await staff.regions.update(update);
    await expect(staff.regions.update({ ...update, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    expect((await shop.as().orders.regions()).map(({ code }) => code)).toEqual(['nordics']);
    await staff.regions.delete({ id: otherId, version: 2, idempotencyKey: key() });
    await expect(staff.regions.delete({ id: otherId, version: 2, idempotencyKey: key() })).rejects.toThrow(
      'REGION_NOT_FOUND',
    );
  });

  test('say whether prices show tax', async () => {
    await staff.tax.setRegistration({
      country: 'SE',
      active: true,
      number: 'SE1',
      version: 0,
      idempotencyKey: key(),
    });
    await staff.tax.adoptMaintained({ idempotencyKey: key() });
    await newZone('Swedish', [place('SE', { postal: '1' })]);
    const tried = await staff.shipping.tryAddress({
      country: 'SE',
      region: null,
      postalCode: '111 20',
      currency: 'EUR',
      weightGrams: 0,
      subtotalMinor: 12_500,
    });
    expect(tried).toMatchObject({
      zone: 'Swedish',
      methods: [],
      taxInclusive: true,
      taxes: [{ name: 'moms', jurisdiction: 'Sweden', ratePpm: 250_000, taxMinor: 2500 }],
      totalMinor: 12_500,
    });
  });
});

describe('taxes', () => {
  test('are collected where the shop is registered, and the maintained table is taken over once', async () => {
    // As a database of before rates had sources has it: it gives way.
    await shop.factories.createTaxRate({ country: 'US', region: 'WY', ratePpm: 10_000, name: 'Old tax' });
    const before = await staff.tax.get();
    const adopt = { idempotencyKey: key() };
    const adopted = await staff.tax.adoptMaintained(adopt);
    expect(await staff.tax.adoptMaintained(adopt)).toEqual(adopted);
    expect(adopted.added + before.rates.length).toBeGreaterThan(100);
    expect(await staff.tax.adoptMaintained({ idempotencyKey: key() })).toEqual({ added: 0, ended: 0 });
    expect(await staff.tax.get()).toMatchObject({ provider: 'table', newer: 0 });
    const { registrations } = await staff.tax.get();
    expect(registrations).toContainEqual({
      country: 'AT',
      region: '',
      active: false,
      number: '',
      version: 0,
    });
    const wyoming = (await staff.tax.get()).rates.filter(({ region }) => region === 'WY');
    expect(wyoming.map(({ name, validUntil }) => [name, validUntil])).toEqual([
      ['Old tax', expect.stringMatching(/^2025/u)],
      ['Sales tax', null],
    ]);
    const set = { country: 'US', region: 'WA', active: true, number: '', version: 0 };
    await staff.tax.setRegistration({ ...set, idempotencyKey: key() });
    await expect(staff.tax.setRegistration({ ...set, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const races = await Promise.allSettled(
      [true, false, true].map((active) =>
        staff.tax.setRegistration({ ...set, region: 'NY', active, idempotencyKey: key() }),
      ),
    );
    expect(races.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('rates are added, ended and deleted', async () => {
    const rate = {
      country: 'CH',
      region: '',
      category: 'standard' as const,
      name: 'MWST',
      jurisdiction: 'Switzerland',
      ratePpm: 81_000,
      inclusive: true,
      shippingTaxed: true,
      adds: false,
      registration: '',
      validFrom: '2024-01-01',
      validUntil: null,
      source: 'Federal Tax Administration',
    };
    const id = await staff.tax.createRate({ ...rate, idempotencyKey: key() });
    await expect(staff.tax.createRate({ ...rate, idempotencyKey: key() })).rejects.toThrow('TAX_RATE_TAKEN');
    await staff.tax.setRegistration({
      country: 'CH',
      active: true,
      number: '',
      version: 0,
      idempotencyKey: key(),
    });
    const ask = async () =>
      (
        await staff.shipping.tryAddress({
          country: 'CH',
          region: null,
          postalCode: '',
          currency: 'EUR',
          weightGrams: 0,
          subtotalMinor: 10_810,
        })
      ).taxes.map(({ taxMinor }) => taxMinor);
    expect(await ask()).toEqual([810]);
    const ended = { ...rate, validUntil: '2025-01-01', id, version: 1 };
    await staff.tax.updateRate({ ...ended, idempotencyKey: key() });
    expect(await ask()).toEqual([]);
    await expect(staff.tax.updateRate({ ...ended, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    await staff.tax.deleteRate({ id, version: 2, idempotencyKey: key() });
    await expect(staff.tax.deleteRate({ id, version: 2, idempotencyKey: key() })).rejects.toThrow(
      'TAX_RATE_NOT_FOUND',
    );
  });
});

test('who may not change settings changes none of them', async () => {
  const { id, email, name } = await shop.factories.createStaff({ role: 'analyst' });
  const analyst = shop.as({ staff: { id, email, name, role: 'analyst' } }).orders.staff;
  await expect(analyst.tax.adoptMaintained({ idempotencyKey: key() })).rejects.toThrow('FORBIDDEN');
  expect(await analyst.shipping.zones()).not.toEqual([]);
});
