import {
  canTransition,
  type OrderEvent,
  orderEvents,
  type OrderState,
  orderStates,
  orderTransitions,
} from '@turing/domain';
import { changeOrder, lockOrder, systemActor } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let variantId: string;
beforeAll(async () => {
  shop = await openShop();
  const product = await shop.factories.createProduct({ variants: [{ stock: 10_000 }] });
  variantId = product.variants[0]!.id;
});
afterAll(() => shop.close());

/** An order that is in a state, whatever led there. */
async function orderIn(status: OrderState): Promise<string> {
  const { id } = await shop.factories.createOrder({ status: 'pending', lines: [{ variantId }] });
  const client = await shop.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query('update "order" set status = $2::order_status where id = $1', [id, status]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return id;
}

async function traceOf(id: string) {
  const { rows } = await shop.db.pool.query<{ status: string; version: number; edges: string[] }>(
    `select o.status, o.version, array(select t.from_status || ' ' || t.to_status from order_timeline t
       where t.order_id = o.id and t.from_status is not null) as edges
     from "order" o where o.id = $1`,
    [id],
  );
  return rows[0];
}

const pairs = orderStates.flatMap((from) => orderStates.map((to) => ({ from, to })));
const steps = orderStates.flatMap((from) => orderEvents.map((event) => ({ from, event })));

test.each(pairs.filter(({ from, to }) => from !== to))(
  'the database lets an order go from $from to $to only along an edge',
  async ({ from, to }) => {
    const id = await orderIn(from);
    const write = shop.db.pool.query('update "order" set status = $2::order_status where id = $1', [id, to]);
    if (canTransition(from, to)) await expect(write).resolves.toMatchObject({ rowCount: 1 });
    else await expect(write).rejects.toThrow(`cannot go from ${from} to ${to}`);
  },
);

function change(id: string, event: OrderEvent) {
  return shop.db.transaction(async (tx) =>
    changeOrder(tx, await lockOrder(tx, { id }), { event, actor: systemActor }),
  );
}

test.each(steps)(
  '$event takes an order from $from along an edge with one row, or leaves it',
  async (step) => {
    const { from, event } = step;
    const edge = orderTransitions.find((each) => each.from === from && each.event === event);
    const id = await orderIn(from);
    const before = await traceOf(id);
    if (edge === undefined) {
      await expect(change(id, event)).rejects.toMatchObject({ code: 'ORDER_TRANSITION_REFUSED' });
      expect(await traceOf(id)).toEqual(before);
      return;
    }
    await change(id, event);
    expect(await traceOf(id)).toEqual({
      status: edge.to,
      version: before!.version + 1,
      edges: [`${from} ${edge.to}`],
    });
  },
);

test.each(orderTransitions)('of many who take $from to $to with what they saw, one does', async (edge) => {
  const id = await orderIn(edge.from);
  const seen = await shop.db.transaction((tx) => lockOrder(tx, { id }));
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, () =>
      shop.db.transaction((tx) => changeOrder(tx, seen, { event: edge.event, actor: systemActor })),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of tries)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'VERSION_CONFLICT' });
  expect(await traceOf(id)).toMatchObject({ status: edge.to, edges: [`${edge.from} ${edge.to}`] });
});
