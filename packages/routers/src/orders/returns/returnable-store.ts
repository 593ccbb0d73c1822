import type { Reader } from '@turing/db';
import type { ReturnPolicy } from './schemas.ts';
import { sql } from 'kysely';

export interface ReturnableLine {
  readonly orderLineId: string;
  readonly fulfilledQuantity: number;
  readonly returnedQuantity: number;
}

export interface ReturnableOrder {
  readonly customerId: string | null;
  readonly deliveredAt: Date | null;
  readonly lastShippedAt: Date | null;
  readonly lines: readonly ReturnableLine[];
}

/** What decides what can come back of an order: gift cards never do. */
export async function loadReturnable(reader: Reader, orderId: string): Promise<ReturnableOrder> {
  const { rows } = await sql<ReturnableOrder>`
    select o.customer_id as "customerId",
      (select max(s.shipped_at) from shipment s where s.order_id = o.id and s.voided_at is null) as "lastShippedAt",
      case when exists (select from shipment s where s.order_id = o.id and s.voided_at is null and s.delivered_at is null) then null
        else (select max(s.delivered_at) from shipment s where s.order_id = o.id) end as "deliveredAt",
      (select coalesce(json_agg(json_build_object('orderLineId', l.id, 'fulfilledQuantity', l.fulfilled_quantity,
          'returnedQuantity', coalesce((select sum(r.quantity) from order_return_line r join order_return t on t.id = r.return_id
            where r.order_line_id = l.id and t.status not in ('rejected', 'cancelled')), 0)) order by l.position), '[]')
        from order_line l where l.order_id = o.id and l.kind = 'goods') as lines
    from "order" o where o.id = ${orderId}`.execute(reader);
  const [row] = rows;
  if (row === undefined) throw new Error(`order ${orderId} is gone`);
  return row;
}

export async function getPolicy(reader: Reader): Promise<ReturnPolicy> {
  return reader
    .selectFrom('return_policy')
    .select([
      'window_days as windowDays',
      'restocking_fee_ppm as restockingFeePpm',
      'instructions',
      'version',
    ])
    .executeTakeFirstOrThrow();
}
