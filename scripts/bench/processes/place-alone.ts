import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { AloneOrder, RunResult } from './messages.ts';
import { address } from './shopper-flows.ts';
import { recordTime, resultOf, serve } from './tally.ts';

/**
 * The rows of one placed order in one statement: stock, order with its number, line, payment, timeline, event with its
 * delivery, expiry, and the answer under its key. It trusts what it is given and reads no cart, price, promotion or tax.
 */
const place = {
  name: 'place_alone',
  text: `
    with level as (
      update stock_level set allocated = allocated + 1
      where variant_id = $1 and allocated < on_hand + backorder_limit and location_id = (
        select location_id from stock_level where variant_id = $1 order by on_hand - allocated desc limit 1)
      returning variant_id, location_id
    ), placed as (
      insert into "order" (token, email, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, tax_inclusive,
        total_minor, shipping_method, shipping_name, shipping_address, country, placed_at, expires_at)
      select $2, 'reader@example.com', 'USD', 2500, 0, 500, 0, false, 3000, 'standard', 'Standard', $3, 'US', now(),
        now() + interval '60 minutes' from level returning id, number, token, expires_at
    ), line as (
      insert into order_line (order_id, variant_id, location_id, position, sku, product_name, product_slug, variant_name, quantity,
        unit_price_minor, subtotal_minor, discount_minor, tax_minor, total_minor)
      select placed.id, variant_id, location_id, 1, 'SKU', 'Product', 'product', 'Standard', 1, 2500, 2500, 0, 0, 2500
      from placed, level
    ), owed as (
      insert into payment (order_id, currency, amount_minor) select id, 'USD', 3000 from placed
    ), told as (
      insert into order_timeline (order_id, kind, to_status, actor_kind) select id, 'placed', 'pending', 'guest' from placed
    ), event as (
      insert into outbox_event (type, entity_id, payload) select 'order.placed', id, '{}' from placed returning id
    ), receipt as (
      insert into idempotency_record (scope, key, operation, request_hash, response)
      select 'bench', $4, 'place', 'none', jsonb_build_object('orderToken', token, 'number', number, 'totalMinor', 3000) from placed
    )
    select number from placed cross join (
      select from graphile_worker.add_jobs(array(
        select ('deliver-event', json_build_object('eventId', id), null, null, 25, 'event:' || id, null, null)::graphile_worker.job_spec
        from event union all
        select ('expire-order', json_build_object('orderId', id), null, expires_at, 25, 'expire:' || id, null, null)::graphile_worker.job_spec
        from placed))
    ) queued`,
};

let pool: pg.Pool | undefined;

async function run(order: AloneOrder): Promise<RunResult> {
  const { databaseUrl, poolSize, connections, seconds, variantIds } = order;
  pool ??= new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const { query } = { query: pool.query.bind(pool) };
  const shippingAddress = JSON.stringify(address);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let count = 0;

  async function loop(first: number): Promise<void> {
    for (let turn = first; performance.now() < endsAt; turn += connections) {
      const beganAt = performance.now();
      const variantId = variantIds[turn % variantIds.length];
      const token = randomBytes(24).toString('base64url');
      const values = [variantId, token, shippingAddress, randomUUID()];
      const { rowCount } = await query({ ...place, values });
      if (rowCount === 0) throw new Error('no order was placed');
      recordTime(performance.now() - beganAt);
      count += 1;
    }
  }

  await Promise.all(Array.from({ length: connections }, (_, nth) => loop(nth)));
  return resultOf({ count, seconds: (performance.now() - startedAt) / 1000, errors: 0 });
}

serve(run);
