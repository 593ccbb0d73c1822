import type { Currency } from '@turing/domain';
import type { Shop } from './shop.ts';

/** An order as a naive list sees it. */
export interface ModelOrder {
  readonly id: string;
  readonly number: number;
  readonly email: string;
  readonly name: string;
  readonly placedAt: Date;
  readonly status: string;
  readonly paymentStatus: string;
  readonly fulfilmentStatus: string;
  readonly country: string;
  readonly currency: Currency;
  readonly totalMinor: number;
  readonly tags: readonly string[];
  readonly skus: readonly string[];
  readonly held: boolean;
  readonly openReturn: boolean;
}

export type Pick = <Item>(items: readonly Item[]) => Item;

/** Orders of every kind, straight into the tables: what is tested with them only reads. */
export async function createRandomOrders(shop: Shop, count: number, pick: Pick): Promise<string[]> {
  const products = await Promise.all(
    Array.from({ length: 4 }, () =>
      shop.factories.createProduct({
        variants: [{ stock: 1000, prices: { USD: 1000, EUR: 1000, GBP: 1000 } }],
      }),
    ),
  );
  const variants = products.flatMap((product) => product.variants);
  for (let index = 0; index < count; index += 1) {
    const country = pick(['US', 'GB', 'DE']);
    const order = await shop.factories.createOrder({
      status: 'pending',
      currency: pick(['USD', 'EUR'] as const),
      email: `${pick(['ada', 'grace', 'alan'])}-${index}@example.com`,
      address: { country, name: pick(['Ada Lovelace', 'Grace Hopper', 'Alan_Turing 100%']) },
      placedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 3) * 3_600_000),
      lines: [...new Set([pick(variants), pick(variants)])].map(({ id }) => ({
        variantId: id,
        quantity: pick([1, 2, 3]),
      })),
    });
    await dress(shop, order.id, pick);
  }
  return variants.map(({ sku }) => sku);
}

async function dress(shop: Shop, id: string, pick: Pick): Promise<void> {
  const client = await shop.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `update "order" set status = $2::order_status, payment_status = $3::payment_status, fulfilment_status = $4::fulfilment_status where id = $1`,
      [
        id,
        pick(['pending', 'confirmed', 'shipped', 'cancelled']),
        pick(['pending', 'captured', 'failed']),
        pick(['unfulfilled', 'partially_fulfilled', 'fulfilled']),
      ],
    );
    for (const tag of ['vip', 'gift']) {
      if (pick([true, false, false]))
        await client.query('insert into order_tag (order_id, tag) values ($1, $2)', [id, tag]);
    }
    if (pick([true, false, false, false]))
      await client.query(`insert into order_risk (order_id, rule, holds) values ($1, 'manual', true)`, [id]);
    const returned = pick(['requested', 'closed', null, null]);
    if (returned !== null)
      await client.query(
        `insert into order_return (order_id, sequence, status, resolution, requested_by) values ($1, 1, $2, 'refund', 'customer')`,
        [id, returned],
      );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** All orders with what is said of them, read without any filter, newest first. */
export async function readModel(shop: Shop): Promise<ModelOrder[]> {
  const { rows } = await shop.db.pool.query<ModelOrder>(
    `select o.id, o.number, o.email, o.shipping_address ->> 'name' as name, o.placed_at as "placedAt", o.status,
       o.payment_status as "paymentStatus", o.fulfilment_status as "fulfilmentStatus", o.country, o.currency, o.total_minor as "totalMinor",
       array(select tag from order_tag t where t.order_id = o.id) as tags,
       array(select sku from order_line l where l.order_id = o.id) as skus,
       exists (select from order_risk r where r.order_id = o.id and r.holds) as held,
       exists (select from order_return r where r.order_id = o.id and r.status = 'requested') as "openReturn"
     from "order" o order by o.placed_at desc, o.id desc`,
  );
  return rows;
}
