import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function newCustomer() {
  const person = await shop.factories.createCustomer();
  const customer = { ...person, emailVerified: true };
  return { customer, api: shop.as({ customer }).customers };
}

async function count(sql: string, id: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ n: number }>(sql, [id]);
  return rows[0]!.n;
}

const elsewhere = {
  ...address,
  line1: '48 Quai de Jemmapes',
  city: 'Paris',
  region: null,
  postalCode: '75010',
  country: 'FR',
};

describe('a profile', () => {
  test('is what the database says, and changes', async () => {
    const { customer, api } = await newCustomer();
    expect(await api.profile.get()).toMatchObject({ email: customer.email, phone: null });
    const changed = await api.profile.update({ name: ' Ada King ', phone: '+1 503 555 0100' });
    expect(changed).toMatchObject({ name: 'Ada King', phone: '+1 503 555 0100' });
    expect(await api.profile.update({ name: 'Ada King', phone: '' })).toMatchObject({ phone: null });
  });

  test('refuses what is no name or number, and strangers', async () => {
    const { api } = await newCustomer();
    await expect(api.profile.update({ name: ' ', phone: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(api.profile.update({ name: 'A', phone: 'call me' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(shop.as().customers.profile.get()).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('an address book', () => {
  test('makes the first address both defaults and keeps one of each', async () => {
    const { api } = await newCustomer();
    const first = await api.addresses.create({ address, idempotencyKey: key() });
    expect(first).toMatchObject({ isDefaultShipping: true, isDefaultBilling: true, region: 'OR' });
    const second = await api.addresses.create({
      address: elsewhere,
      defaultShipping: true,
      idempotencyKey: key(),
    });
    const book = await api.addresses.list();
    expect(
      book.map(({ id, isDefaultShipping, isDefaultBilling }) => [id, isDefaultShipping, isDefaultBilling]),
    ).toEqual([
      [second.id, true, false],
      [first.id, false, true],
    ]);
  });

  test('keeps an address once, by key and by what it says', async () => {
    const { api } = await newCustomer();
    const input = { address: { ...address, region: 'oregon' }, idempotencyKey: key() };
    const [one, again] = [await api.addresses.create(input), await api.addresses.create(input)];
    const same = await api.addresses.create({ address, idempotencyKey: key() });
    expect([again.id, same.id]).toEqual([one.id, one.id]);
    await expect(api.addresses.create({ ...input, address: elsewhere })).rejects.toThrow(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await api.addresses.list()).toHaveLength(1);
  });

  test('has the rules of the checkout', async () => {
    const { api } = await newCustomer();
    const wrong = { ...address, postalCode: 'SW1A 1AA', region: null };
    await expect(api.addresses.create({ address: wrong, idempotencyKey: key() })).rejects.toMatchObject({
      message: 'ADDRESS_INVALID',
      cause: { details: { fields: [{ field: 'region' }, { field: 'postalCode' }] } },
    });
    const { id } = await api.addresses.create({ address, idempotencyKey: key() });
    await expect(api.addresses.update({ id, address: wrong })).rejects.toThrow('ADDRESS_INVALID');
    expect(await api.addresses.update({ id, address: elsewhere })).toMatchObject({
      city: 'Paris',
      country: 'FR',
    });
    expect(await api.addresses.delete({ id })).toBeNull();
    await expect(api.addresses.delete({ id })).rejects.toThrow('ADDRESS_NOT_FOUND');
  });

  test("is nobody else's", async () => {
    const [mine, theirs] = [await newCustomer(), await newCustomer()];
    const { id } = await theirs.api.addresses.create({ address, idempotencyKey: key() });
    await expect(mine.api.addresses.update({ id, address: elsewhere })).rejects.toThrow('ADDRESS_NOT_FOUND');
    await expect(mine.api.addresses.delete({ id })).rejects.toThrow('ADDRESS_NOT_FOUND');
    await expect(shop.as().customers.addresses.delete({ id })).rejects.toThrow('UNAUTHENTICATED');
    expect(await mine.api.addresses.list()).toEqual([]);
    expect(await theirs.api.addresses.list()).toMatchObject([{ city: 'Portland', isDefaultShipping: true }]);
  });

  test('has one default of each, whoever writes at the same moment', async () => {
    const { customer, api } = await newCustomer();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        api.addresses.create({
          address: { ...address, line1: `${index} Main Street` },
          defaultShipping: true,
          defaultBilling: index % 2 === 0,
          idempotencyKey: key(),
        }),
      ),
    );
    const book = await api.addresses.list();
    expect(book).toHaveLength(12);
    await Promise.all(
      book.map(({ id }) =>
        api.addresses.update({
          id,
          address: { ...address, line1: id },
          defaultShipping: true,
          defaultBilling: true,
        }),
      ),
    );
    expect(
      await count(
        'select count(*)::int as n from customer_address where customer_id = $1 and is_default',
        customer.id,
      ),
    ).toBe(1);
    expect(
      await count(
        'select count(*)::int as n from customer_address where customer_id = $1 and is_default_billing',
        customer.id,
      ),
    ).toBe(1);
  });

  test('is full at fifty, also for ten at once', async () => {
    const { customer, api } = await newCustomer();
    const row = `insert into customer_address (customer_id, name, line1, city, postal_code, country)
      select $1, 'A', 'Street ' || i, 'Berlin', '10115', 'DE' from generate_series(1, 45) i`;
    await shop.db.pool.query(row, [customer.id]);
    const added = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        api.addresses.create({
          address: { ...address, line1: `${index} Main Street` },
          idempotencyKey: key(),
        }),
      ),
    );
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(api.addresses.create({ address: elsewhere, idempotencyKey: key() })).rejects.toThrow(
      'ADDRESS_LIMIT_EXCEEDED',
    );
  });
});

describe('consent to marketing', () => {
  test('leaves a record of each yes and each no, with the words', async () => {
    const { api } = await newCustomer();
    expect(await api.consent.get()).toEqual({ granted: false, records: [] });
    await api.consent.set({ granted: true, source: 'checkout' });
    await api.consent.set({ granted: true, source: 'account' });
    const after = await api.consent.set({ granted: false, source: 'account' });
    expect(after).toMatchObject({
      granted: false,
      records: [
        { granted: false, source: 'account' },
        { granted: true, source: 'checkout' },
      ],
    });
    expect(after.records[1]!.wording).toContain('news and offers by e-mail');
    expect(await api.consent.get()).toEqual(after);
  });

  test('given by ten callers at once is one record', async () => {
    const { customer, api } = await newCustomer();
    await Promise.all(
      Array.from({ length: 10 }, () => api.consent.set({ granted: true, source: 'account' })),
    );
    expect(
      await count('select count(*)::int as n from customer_consent where customer_id = $1', customer.id),
    ).toBe(1);
  });

  test('set past the record is recorded too', async () => {
    const { customer, api } = await newCustomer();
    await shop.db.pool.query('update customer set marketing_consent = true where id = $1', [customer.id]);
    expect(await api.consent.get()).toMatchObject({
      granted: true,
      records: [{ granted: true, source: 'other' }],
    });
  });

  test('is never rewritten: only the network address is forgotten, and all of it with its customer', async () => {
    const { customer, api } = await newCustomer();
    await api.consent.set({ granted: true, source: 'account' });
    const run = (sql: string) => shop.db.pool.query(sql, [customer.id]);
    await expect(run('update customer_consent set granted = false where customer_id = $1')).rejects.toThrow(
      'append-only',
    );
    await expect(run('delete from customer_consent where customer_id = $1')).rejects.toThrow('append-only');
    await run('update customer_consent set ip_address = null where customer_id = $1');
    await run('delete from customer where id = $1');
    expect(
      await count('select count(*)::int as n from customer_consent where customer_id = $1', customer.id),
    ).toBe(0);
  });
});
