import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activePriceList, openPriceLists } from '../support/price-lists.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

type Groups = Awaited<ReturnType<typeof openPriceLists>>['groups'];

let shop: Shop;
let groups: Groups;
beforeAll(async () => {
  shop = await openShop();
  ({ groups } = await openPriceLists(shop));
});
afterAll(() => shop.close());

let made = 0;
const newGroup = (name = 'Trade') => {
  made += 1;
  return groups.create({ code: `group-${made}`, name, idempotencyKey: key() });
};

async function auditsOf(id: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows;
}

describe('a customer group', () => {
  test('is made once per key, under a code of its own', async () => {
    const input = { code: 'Wholesale ', name: 'Wholesale', idempotencyKey: key() };
    const [first, second] = [await groups.create(input), await groups.create(input)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ code: 'wholesale', memberCount: 0, priceListCount: 0, version: 1 });
    await expect(groups.create({ ...input, idempotencyKey: key() })).rejects.toThrow('CODE_TAKEN');
    expect(await auditsOf(first.id)).toHaveLength(1);
  });

  test('is renamed on the version that was read', async () => {
    const { id, code } = await newGroup();
    const rename = (name: string) => groups.update({ id, version: 1, code, name, idempotencyKey: key() });
    const both = await Promise.allSettled([rename('One'), rename('Two')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(rename('Three')).rejects.toMatchObject({
      message: 'VERSION_CONFLICT',
      cause: { details: { yours: 1, current: 2 } },
    });
    const other = await newGroup();
    const taken = { id: other.id, version: 1, code, name: 'Other', idempotencyKey: key() };
    await expect(groups.update(taken)).rejects.toThrow('CODE_TAKEN');
  });

  test('stays while a price list is for it', async () => {
    const { variant } = await shop.factories.createProduct({});
    const { id } = await newGroup();
    await activePriceList(shop, { kind: 'override', rows: [[variant.id, 1]], groupId: id });
    expect(await groups.get({ id })).toMatchObject({ priceListCount: 1 });
    const gone = { id, version: 1, idempotencyKey: key() };
    await expect(groups.delete(gone)).rejects.toThrow('CUSTOMER_GROUP_IN_USE');
    await shop.db.pool.query('delete from price_list where group_id = $1', [id]);
    expect([await groups.delete(gone), await groups.delete(gone)]).toEqual([null, null]);
    await expect(groups.get({ id })).rejects.toThrow('CUSTOMER_GROUP_NOT_FOUND');
    await expect(groups.delete({ ...gone, idempotencyKey: key() })).rejects.toThrow(
      'CUSTOMER_GROUP_NOT_FOUND',
    );
  });
});

describe('its members', () => {
  test('are added by address, once, and the addresses nobody has are named', async () => {
    const { id } = await newGroup();
    const customer = await shop.factories.createCustomer({ email: 'ada@trade.example', name: 'Ada Trader' });
    const emails = ['ADA@trade.example', 'ada@trade.example', 'nobody@trade.example'];
    const input = { id, version: 1, emails, idempotencyKey: key() };
    const answer = { version: 2, added: 1, unknown: ['nobody@trade.example'] };
    expect([await groups.addMembers(input), await groups.addMembers(input)]).toEqual([answer, answer]);
    const again = { ...input, version: 2, idempotencyKey: key() };
    expect(await groups.addMembers(again)).toMatchObject({ version: 3, added: 0 });
    expect((await groups.members({ id })).items).toMatchObject([{ id: customer.id, name: 'Ada Trader' }]);
    expect(await auditsOf(id)).toMatchObject([
      {},
      { action: 'groups.addMembers', after: { added: [customer.id] } },
      { after: { added: [] } },
    ]);
  });

  test('are searched, found before they are added, and paged', async () => {
    const { id } = await newGroup();
    const emails = ['one@paged.example', 'two@paged.example', 'three@paged.example'];
    for (const email of emails) await shop.factories.createCustomer({ email });
    const candidates = async () =>
      (await groups.candidates({ id, query: 'PAGED' })).map(({ email }) => email);
    expect(await candidates()).toEqual(emails.toSorted());
    await groups.addMembers({ id, version: 1, emails, idempotencyKey: key() });
    expect(await candidates()).toEqual([]);
    const first = await groups.members({ id, limit: 2 });
    const second = await groups.members({ id, limit: 2, cursor: first.nextCursor! });
    const found = [...first.items, ...second.items].map(({ email }) => email);
    expect([found.toSorted(), second.nextCursor]).toEqual([emails.toSorted(), null]);
    expect((await groups.members({ id, query: 'two@' })).items).toHaveLength(1);
    await expect(groups.members({ id, cursor: 'x' })).rejects.toThrow('CURSOR_INVALID');
  });

  test('are removed on the version that was read', async () => {
    const { id } = await newGroup();
    const customer = await shop.factories.createCustomer({});
    await groups.addMembers({ id, version: 1, emails: [customer.email], idempotencyKey: key() });
    const input = { id, version: 2, customerIds: [customer.id, id], idempotencyKey: key() };
    await expect(groups.removeMembers({ ...input, version: 1, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const answer = { version: 3, removed: 1 };
    expect([await groups.removeMembers(input), await groups.removeMembers(input)]).toEqual([answer, answer]);
    expect((await groups.members({ id })).items).toEqual([]);
    expect((await auditsOf(id)).at(-1)).toMatchObject({ before: { removed: [customer.id] } });
  });
});
