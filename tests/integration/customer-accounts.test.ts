import { roles } from '@turing/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPriceLists } from '../support/price-lists.ts';
import { address, key, openShop, order, type Shop } from '../support/shop.ts';

type Groups = Awaited<ReturnType<typeof openPriceLists>>['groups'];
type Staff = ReturnType<Shop['as']>['customers']['staff'];

let shop: Shop;
let groups: Groups;
let api: Staff;
beforeAll(async () => {
  shop = await openShop();
  ({ groups } = await openPriceLists(shop));
  await shop.factories.createShippingMethod();
  const owner = await shop.factories.createStaff({ name: 'Grace Okafor' });
  api = shop.as({ staff: { ...owner, permissions: roles.owner } }).customers.staff;
});
afterAll(() => shop.close());

let made = 0;
async function newGroup(): Promise<string> {
  made += 1;
  return (await groups.create({ code: `accounts-${made}`, name: `Group ${made}`, idempotencyKey: key() })).id;
}

async function auditsOf(id: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows;
}

describe('the list', () => {
  test('finds people by a part of name or address, by tag and by group', async () => {
    const person = await shop.factories.createCustomer({ name: 'Zenobia Quist', email: 'zq@find.example' });
    const { id } = person;
    const groupId = await newGroup();
    await api.accounts.setTags({ id, version: 1, tags: ['press'], idempotencyKey: key() });
    await api.accounts.setGroups({ id, version: 2, groupIds: [groupId], idempotencyKey: key() });
    const found = [
      { query: 'nobia q' },
      { query: 'ZQ@FIND' },
      { tag: 'press' },
      { groupId },
      { query: 'quist', tag: 'press', groupId },
    ];
    for (const asked of found) {
      expect((await api.accounts.list(asked)).items).toMatchObject([
        { id, tags: ['press'], groups: [{ id: groupId }], orderCount: 0, spent: [] },
      ]);
    }
    for (const asked of [{ query: '%' }, { query: 'quist', tag: 'vip' }]) {
      expect((await api.accounts.list(asked)).items).toEqual([]);
    }
    expect(await api.accounts.tags()).toContainEqual({ tag: 'press', count: 1 });
  });

  test('goes page by page in each order, past people of one name and one moment', async () => {
    const people = await Promise.all(
      Array.from({ length: 7 }, () => shop.factories.createCustomer({ name: 'Paged Twin' })),
    );
    const ids = people.map(({ id }) => id);
    await shop.db.pool.query(`update customer set created_at = '2020-01-01' where id = any ($1)`, [ids]);
    for (const sort of ['newest', 'oldest', 'name'] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await api.accounts.list({ query: 'paged twin', sort, limit: 3, cursor });
        seen.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect([sort, seen.toSorted()]).toEqual([sort, ids.toSorted()]);
    }
    const { nextCursor } = await api.accounts.list({ query: 'paged twin', sort: 'name', limit: 3 });
    const mixed = api.accounts.list({ query: 'paged twin', sort: 'newest', cursor: nextCursor! });
    await expect(mixed).rejects.toThrow('CURSOR_INVALID');
    await expect(api.accounts.list({ cursor: 'made-up' })).rejects.toThrow('CURSOR_INVALID');
  });
});

test('the page of a customer tells what there is to know', async () => {
  const person = await shop.factories.createCustomer({ address: {} });
  const customer = { ...person, emailVerified: true };
  const own = shop.as({ customer });
  await own.customers.consent.set({ granted: true, source: 'account' });
  const { variant } = await shop.factories.createProduct({ variants: [{ stock: 5, prices: { USD: 2000 } }] });
  const placed = await order(shop, { variantId: variant.id, email: person.email });
  await own.orders.claim();
  await shop.db.pool.query(`update "order" set status = 'confirmed' where token = $1`, [placed.orderToken]);
  await shop.db.pool.query(
    `insert into customer_session (customer_id, token, expires_at, ip_address)
     values ($1, gen_random_uuid()::text, now() + interval '1 day', '192.0.2.7'),
            ($1, gen_random_uuid()::text, now() - interval '1 day', '192.0.2.8')`,
    [person.id],
  );
  expect(await api.accounts.get({ id: person.id })).toMatchObject({
    email: person.email,
    orderCount: 1,
    spent: [{ currency: 'USD', totalMinor: placed.totalMinor }],
    marketingConsent: true,
    addresses: [{ city: address.city, isDefaultShipping: true }],
    consents: [{ granted: true, source: 'account' }],
    sessions: [{ ipAddress: '192.0.2.7' }],
    notes: [],
  });
  expect((await api.accounts.orders({ id: person.id })).items).toMatchObject([{ number: placed.number }]);
  const first = await api.accounts.timeline({ id: person.id, limit: 3 });
  const rest = await api.accounts.timeline({ id: person.id, limit: 3, cursor: first.nextCursor! });
  const kinds = [...first.items, ...rest.items].map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['consent', 'order', 'registered', 'signed_in', 'signed_in']);
  const nobody = '00000000-0000-7000-8000-000000000000';
  await expect(api.accounts.get({ id: nobody })).rejects.toThrow('CUSTOMER_NOT_FOUND');
});

describe('tags and groups', () => {
  test('change once per key, on the version that was read, with an audit row', async () => {
    const { id } = await shop.factories.createCustomer();
    const input = { id, version: 1, tags: ['vip', ' Press ', 'vip'], idempotencyKey: key() };
    expect([await api.accounts.setTags(input), await api.accounts.setTags(input)]).toEqual([
      { version: 2 },
      { version: 2 },
    ]);
    const group = await newGroup();
    const join = (groupIds: string[], version: number) =>
      api.accounts.setGroups({ id, version, groupIds, idempotencyKey: key() });
    const both = await Promise.allSettled([join([group], 2), join([], 2)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(join([group], 2)).rejects.toMatchObject({
      message: 'VERSION_CONFLICT',
      cause: { details: { yours: 2, current: 3 } },
    });
    await join([group], 3);
    await expect(join(['00000000-0000-7000-8000-000000000000'], 4)).rejects.toThrow(
      'CUSTOMER_GROUP_NOT_FOUND',
    );
    expect(await join([], 4)).toEqual({ version: 5 });
    expect(await api.accounts.get({ id })).toMatchObject({ tags: ['press', 'vip'], groups: [], version: 5 });
    expect((await auditsOf(id))[0]).toEqual({
      action: 'customers.setTags',
      before: { tags: [] },
      after: { tags: ['press', 'vip'] },
    });
    expect(await auditsOf(id)).toHaveLength(4);
    const twelve = { ...input, tags: ['<script>'], idempotencyKey: key() };
    await expect(api.accounts.setTags(twelve)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('are not for those who may only look', async () => {
    const { id } = await shop.factories.createCustomer();
    const analyst = await shop.factories.createStaff({ role: 'analyst' });
    const { staff } = shop.as({ staff: { ...analyst, permissions: roles.analyst } }).customers;
    expect(await staff.accounts.get({ id })).toMatchObject({ id });
    const input = { id, version: 1, tags: [], idempotencyKey: key() };
    await expect(staff.accounts.setTags(input)).rejects.toThrow('FORBIDDEN');
    const note = { customerId: id, body: 'Hello', idempotencyKey: key() };
    await expect(staff.notes.add(note)).rejects.toThrow('FORBIDDEN');
  });
});

describe('notes', () => {
  test('are written, changed and deleted, each once; the audit has no word of them', async () => {
    const { id } = await shop.factories.createCustomer();
    const input = { customerId: id, body: ' Rings twice. ', idempotencyKey: key() };
    const [note, again] = [await api.notes.add(input), await api.notes.add(input)];
    expect(again).toEqual(note);
    const edit = { id: note.id, version: 1, body: 'Rings once.' };
    const both = await Promise.allSettled([
      api.notes.edit({ ...edit, idempotencyKey: key() }),
      api.notes.edit({ ...edit, body: 'Never rings.', idempotencyKey: key() }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { notes } = await api.accounts.get({ id });
    expect(notes).toMatchObject([{ staffName: 'Grace Okafor', version: 2 }]);
    const gone = { id: note.id, version: 2, idempotencyKey: key() };
    await expect(api.notes.delete({ ...gone, version: 1, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    expect([await api.notes.delete(gone), await api.notes.delete(gone)]).toEqual([null, null]);
    await expect(api.notes.delete({ ...gone, idempotencyKey: key() })).rejects.toThrow(
      'CUSTOMER_NOTE_NOT_FOUND',
    );
    const audits = await auditsOf(id);
    expect(audits.map(({ action }) => action)).toEqual([
      'customers.addNote',
      'customers.editNote',
      'customers.deleteNote',
    ]);
    expect(JSON.stringify(audits)).not.toContain('ings');
    const lost = { customerId: '00000000-0000-7000-8000-000000000000', body: 'A', idempotencyKey: key() };
    await expect(api.notes.add(lost)).rejects.toThrow('CUSTOMER_NOT_FOUND');
  });
});
