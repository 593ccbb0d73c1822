import type { Reader } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import type { StaffReturnView } from './schemas.ts';

async function selectReturns(reader: Reader, where: RawBuilder<unknown>): Promise<StaffReturnView[]> {
  const { rows } = await sql<StaffReturnView & { currency: Currency }>`
    select r.id, o.number || '-R' || r.sequence as name, r.status, r.resolution, r.message, r.carrier,
      r.tracking_number as "trackingNumber", r.version, r.created_at as "createdAt", r.updated_at as "updatedAt",
      r.requested_by as "requestedBy", o.id as "orderId", o.number as "orderNumber", o.customer_id as "customerId",
      o.shipping_address ->> 'name' as "customerName", o.email, o.currency,
      (select restocking_fee_ppm from return_policy) as "restockingFeePpm",
      (select instructions from return_policy) as instructions,
      (select json_agg(json_build_object('id', rl.id, 'orderLineId', rl.order_line_id, 'sku', l.sku, 'productName', l.product_name,
          'variantName', l.variant_name, 'quantity', rl.quantity, 'reason', rl.reason, 'comment', rl.comment,
          'receivedQuantity', rl.received_quantity, 'restockedQuantity', rl.restocked_quantity,
          'writtenOffQuantity', rl.written_off_quantity) order by l.position)
        from order_return_line rl join order_line l on l.id = rl.order_line_id where rl.return_id = r.id) as lines,
      (select coalesce(json_agg(json_build_object('destination', d.destination, 'totalMinor', d.total_minor) order by d.created_at), '[]')
        from order_refund d where d.return_id = r.id) as refunds,
      (select json_build_object('id', e.id, 'number', e.number, 'token', e.token, 'status', e.status)
        from "order" e where e.id = r.exchange_order_id) as exchange
    from order_return r join "order" o on o.id = r.order_id where ${where} order by r.sequence`.execute(
    reader,
  );
  return rows;
}

/** @throws RETURN_NOT_FOUND */
export async function getReturn(reader: Reader, id: string): Promise<StaffReturnView> {
  const [row] = await selectReturns(reader, sql`r.id = ${id}`);
  if (row === undefined) throw new ShopError('RETURN_NOT_FOUND');
  return row;
}

export async function listReturnsOf(reader: Reader, orderId: string): Promise<StaffReturnView[]> {
  return selectReturns(reader, sql`r.order_id = ${orderId}`);
}
