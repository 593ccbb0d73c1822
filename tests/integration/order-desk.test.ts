import { assessOrder } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShippedOrders, type ShippedOrders } from '../support/shipped-orders.ts';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let orders: ShippedOrders;
beforeAll(async () => {
  shop = await openShop();
  orders = await openShippedOrders(shop);
});
afterAll(() => shop.close());

const staff = () => orders.staff();
const assess = (id: string) => shop.db.transaction((tx) => assessOrder(tx, id));

describe('notes', () => {
  test('to colleagues are pinned, rewritten and removed, each on the version that was seen', async () => {
    const { id } = await orders.confirmed();
    const write = { id, kind: 'internal' as const, body: 'Call first', idempotencyKey: key() };
    const [note] = await staff().notes.create(write);
    expect(await staff().notes.create(write)).toHaveLength(1);
    const edit = { id, noteId: note!.id, version: note!.version };
    const [pinned] = await staff().notes.update({
      ...edit,
      body: 'Call at noon',
      pinned: true,
      idempotencyKey: key(),
    });
    expect(pinned).toMatchObject({
      body: 'Call at noon',
      pinned: true,
      author: orders.owner.name,
      version: 2,
    });
    await expect(staff().notes.delete({ ...edit, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const gone = await staff().notes.delete({ ...edit, version: 2, idempotencyKey: key() });
    expect(gone).toEqual([]);
    await expect(staff().notes.delete({ ...edit, version: 3, idempotencyKey: key() })).rejects.toThrow(
      'ORDER_NOTE_NOT_FOUND',
    );
    const { rows } = await shop.db.pool.query(
      `select count(*)::int as count from audit_entry where entity_id = $1 and after::text like '%Call%'`,
      [id],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('to the customer go out as a letter, stand with the order and stay as they are', async () => {
    const { id, token } = await orders.confirmed();
    const [note] = await staff().notes.create({
      id,
      kind: 'customer',
      body: 'It leaves tomorrow.',
      idempotencyKey: key(),
    });
    const { rows } = await shop.db.pool.query(`select type, payload from outbox_event where entity_id = $1`, [
      id,
    ]);
    expect(rows).toEqual([{ type: 'order.noted', payload: { noteId: note!.id } }]);
    const { messages } = await shop.as().orders.returns.find({ token });
    expect(messages).toMatchObject([{ body: 'It leaves tomorrow.' }]);
    await expect(
      staff().notes.delete({ id, noteId: note!.id, version: 1, idempotencyKey: key() }),
    ).rejects.toThrow('INPUT_INVALID');
    await expect(
      staff().notes.create({ id, kind: 'customer', body: 'x', pinned: true, idempotencyKey: key() }),
    ).rejects.toThrow('INPUT_INVALID');
  });
});

test('tags: two people at once keep both, and the most used are suggested', async () => {
  const { id } = await orders.confirmed();
  const other = await orders.confirmed();
  const tag = (orderId: string, add: string[], remove: string[] = []) =>
    staff().tags.set({ id: orderId, add, remove, idempotencyKey: key() });
  await Promise.all([tag(id, ['Gift Wrap']), tag(id, ['vip ']), tag(other.id, ['gift wrap', 'giant'])]);
  expect((await staff().aftercare({ id })).tags).toEqual(['gift wrap', 'vip']);
  expect(await staff().tags.suggest({ query: 'GI' })).toEqual(['gift wrap', 'giant']);
  expect(await tag(id, [], ['vip'])).toEqual(['gift wrap']);
  const many = (from: number) => Array.from({ length: 20 }, (_, index) => `tag ${from + index}`);
  await tag(other.id, many(0));
  await expect(tag(other.id, many(20))).rejects.toThrow('INPUT_INVALID');
});

describe('risks', () => {
  test('what holds an order keeps it in the house until somebody says why not', async () => {
    const order = await orders.confirmed();
    await shop.db.pool.query(`update "order" set request_country = 'BR' where id = $1`, [order.id]);
    for (let tries = 0; tries < 3; tries += 1)
      await shop.db.pool.query(
        `insert into order_timeline (order_id, kind, actor_kind) values ($1, 'payment_declined', 'system')`,
        [order.id],
      );
    await Promise.all([assess(order.id), assess(order.id)]);
    const { risks } = await staff().aftercare({ id: order.id });
    expect(risks.map(({ rule, holds }) => ({ rule, holds })).toSorted(byRule)).toEqual([
      { rule: 'country_mismatch', holds: true },
      { rule: 'failed_payments', holds: true },
    ]);
    await expect(orders.ship(order)).rejects.toMatchObject({ cause: { code: 'ORDER_ON_HOLD' } });
    const release = () =>
      staff().risks.release({
        id: order.id,
        riskIds: risks.map(({ id }) => id),
        reason: 'Spoke to them',
        idempotencyKey: key(),
      });
    const results = await Promise.allSettled([release(), release(), release()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(release()).rejects.toThrow('ORDER_RISK_NOT_FOUND');
    expect(await orders.ship(order)).toMatchObject({ status: 'shipped' });
  });

  test('a flag by hand holds or only warns', async () => {
    const order = await orders.confirmed();
    const flag = (holds: boolean) =>
      staff().risks.flag({ id: order.id, note: 'Odd address', holds, idempotencyKey: key() });
    await flag(false);
    const risks = await flag(true);
    expect(risks).toMatchObject([
      { rule: 'manual', holds: true, flaggedBy: orders.owner.name },
      { rule: 'manual', holds: false },
    ]);
    await expect(orders.ship(order)).rejects.toThrow('ORDER_ON_HOLD');
  });

  test('many orders of one address within the hour are held; an ordinary one is not', async () => {
    const email = 'many@example.com';
    const placed = [];
    for (let count = 0; count < 4; count += 1) placed.push(await orders.confirmed({ email }));
    await assess(placed[0]!.id);
    await assess(placed[3]!.id);
    expect((await staff().aftercare({ id: placed[0]!.id })).risks).toEqual([]);
    expect((await staff().aftercare({ id: placed[3]!.id })).risks).toMatchObject([
      { rule: 'many_orders', holds: true, facts: { orders: 4 } },
    ]);
  });
});

function byRule(a: { rule: string }, b: { rule: string }): number {
  return a.rule.localeCompare(b.rule);
}
