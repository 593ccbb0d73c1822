import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Api } from './http-api.ts';
import type { FlowOrder } from './messages.ts';
import { placeInput, quote } from './shopper-flows.ts';

interface PreparedCart {
  readonly token: string;
  readonly variantId: string;
}

const carts: PreparedCart[] = [];
const totals = new Map<string, number>();
const ordersPerSecond = 2000;

/** Fills carts past the API, enough for a run: what is measured is the order. */
export async function prepareCarts(api: Api, order: FlowOrder): Promise<void> {
  const missing = Math.ceil(order.seconds * ordersPerSecond) - carts.length;
  if (missing > 0) carts.push(...(await fill(order, missing)));
  for (const variantId of order.variantIds) {
    const cart = totals.has(variantId) ? undefined : carts.find((each) => each.variantId === variantId);
    if (cart !== undefined) totals.set(variantId, (await quote(api, cart.token)).pricing.totalMinor);
  }
}

async function fill({ databaseUrl, variantIds }: FlowOrder, count: number): Promise<PreparedCart[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<PreparedCart>(
      `with cart as (
         select uuid_v7() as id, md5(random()::text || n) as token, ($1::uuid[])[1 + n % cardinality($1::uuid[])] as variant_id
         from generate_series(1, $2) n
       ), made as (insert into cart (id, token, currency) select id, token, 'USD' from cart),
       line as (insert into cart_line (cart_id, variant_id, quantity, seen_price_minor) select id, variant_id, 1, 1 from cart)
       select token, variant_id as "variantId" from cart`,
      [variantIds, count],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** Orders the next of the carts. */
export function placePrepared(api: Api): Promise<unknown> {
  const cart = carts.pop();
  if (cart === undefined) throw new Error('the prepared carts are used up');
  const shown = { shippingMethod: 'standard', pricing: { totalMinor: totals.get(cart.variantId) ?? 0 } };
  return api.mutate('orders.checkout.place', {
    ...placeInput(cart.token, shown),
    idempotencyKey: randomUUID(),
  });
}
