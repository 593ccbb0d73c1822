import type { Reader } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { OrderRefundView, RefundableView } from './schemas.ts';

interface Row extends Omit<RefundableView, 'availableMinor'> {
  readonly currency: Currency;
  readonly paymentsLeftMinor: number;
  readonly creditLeftMinor: number;
  readonly elsewhereMinor: number;
  readonly customerId: string | null;
}

export interface RefundState extends RefundableView {
  readonly customerId: string | null;
  /** What of it payments can give; the rest was paid with credit. */
  readonly paymentsLeftMinor: number;
}

/**
 * What an order can still give back. Store credit and exchanges took nothing from a payment and count against it, but for
 * what of an exchange went back to the payment because the new things cost less.
 * @throws ORDER_NOT_FOUND
 */
export async function loadRefundable(reader: Reader, orderId: string): Promise<RefundState> {
  const { rows } = await sql<Row>`
    select o.currency, o.customer_id as "customerId", (
        select coalesce(json_agg(json_build_object('id', l.id, 'quantity', l.quantity, 'totalMinor', l.total_minor, 'taxMinor', l.tax_minor,
          'refundedQuantity', coalesce((select sum(r.quantity) from refund_line r where r.order_line_id = l.id), 0)) order by l.position), '[]')
        from order_line l where l.order_id = o.id
      ) as lines,
      greatest(0, o.total_minor - coalesce((select sum(l.total_minor) from order_line l where l.order_id = o.id), 0)
        - coalesce((select sum(r.shipping_minor) from order_refund r where r.order_id = o.id), 0))::int8 as "shippingLeftMinor",
      coalesce((select sum(greatest(0, p.captured_minor - greatest(p.refunded_minor, coalesce((
          select sum(r.amount_minor) from refund r where r.payment_id = p.id and r.status <> 'failed'), 0))))
        from payment p where p.order_id = o.id and p.status <> 'review'), 0)::int8 as "paymentsLeftMinor",
      coalesce((select -sum(e.amount_minor) from credit_entry e where e.order_id = o.id and e.kind in ('spent', 'returned')), 0)::int8
        as "creditLeftMinor",
      (coalesce((select sum(r.total_minor) from order_refund r where r.order_id = o.id and r.destination <> 'payment'), 0)
        - coalesce((select sum(r.amount_minor) from refund r join payment p on p.id = r.payment_id
            join order_refund d on d.id = r.order_refund_id
            where p.order_id = o.id and d.destination <> 'payment' and r.status <> 'failed'), 0))::int8 as "elsewhereMinor"
    from "order" o where o.id = ${orderId}`.execute(reader);
  const [row] = rows;
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  const { paymentsLeftMinor, creditLeftMinor, elsewhereMinor, ...rest } = row;
  const availableMinor = Math.max(0, paymentsLeftMinor + creditLeftMinor - elsewhereMinor);
  return { ...rest, paymentsLeftMinor, availableMinor };
}

/** What was decided to be paid back of an order, the latest first. */
export async function listOrderRefunds(reader: Reader, orderId: string): Promise<OrderRefundView[]> {
  const { rows } = await sql<OrderRefundView>`
    select d.id, d.return_id as "returnId", d.destination, d.total_minor as "totalMinor", d.reason, d.note, staff.name as "staffName",
      d.created_at as "createdAt", coalesce((
        select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity, 'amountMinor', l.amount_minor)
          order by l.order_line_id) from refund_line l where l.order_refund_id = d.id), '[]') as lines,
      coalesce((
        select json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor, 'status', r.status, 'retryable', r.status = 'failed'
          and not exists (select from refund n where n.request_key = 'retry:' || r.id)) order by r.created_at, r.id)
        from refund r where r.order_refund_id = d.id), '[]') as payments
    from order_refund d left join staff on staff.id = d.staff_id
    where d.order_id = ${orderId} order by d.created_at desc, d.id desc`.execute(reader);
  return rows;
}

/** What was given back past the payments, as store credit or for an exchange, and not from them after all. */
export async function sumGivenElsewhere(reader: Reader, orderId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(d.total_minor - coalesce((select sum(r.amount_minor) from refund r
      where r.order_refund_id = d.id and r.status <> 'failed'), 0)), 0)::int8 as total
    from order_refund d where d.order_id = ${orderId} and d.destination <> 'payment'`.execute(reader);
  return rows[0]?.total ?? 0;
}
