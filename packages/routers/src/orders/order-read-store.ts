import type { Reader } from '@turing/db';
import type { PaymentMethod, PaymentProvider, PaymentState, TaxShare } from '@turing/domain';
import { sql } from 'kysely';
import type { OrderCreditView } from './credit/credit-schemas.ts';
import type { OrderPromotionView } from './promotions/promotion-view-schemas.ts';

export interface PaymentRow {
  readonly id: string;
  readonly purpose: 'order' | 'difference';
  readonly provider: PaymentProvider;
  readonly method: PaymentMethod;
  readonly status: PaymentState;
  readonly amountMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly gatewayRef: string | null;
  readonly failure: string | null;
  /** Money that staff wrote down. */
  readonly receipts: readonly { readonly amountMinor: number; readonly reference: string | null }[];
  /** What was asked back and waits to be given by hand. */
  readonly handRefunds: readonly { readonly id: string; readonly amountMinor: number }[];
}

const paymentsOfOrder = sql<readonly PaymentRow[]>`(
  select json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'provider', p.provider, 'method', p.method, 'status', p.status,
      'amountMinor', p.amount_minor, 'capturedMinor', p.captured_minor, 'refundedMinor', p.refunded_minor, 'gatewayRef', p.gateway_ref,
      'failure', p.last_failure,
      'receipts', coalesce((select json_agg(json_build_object('amountMinor', r.amount_minor, 'reference', r.reference) order by r.id)
        from payment_receipt r where r.payment_id = p.id), '[]'),
      'handRefunds', coalesce((select json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor) order by r.id)
        from refund r where r.payment_id = p.id and r.status = 'requested' and p.provider = 'manual'), '[]'))
    order by p.purpose, p.id)
  from payment p where p.order_id = "order".id)`;

const promotionsOfOrder = sql<readonly OrderPromotionView[]>`(
  select coalesce(json_agg(json_build_object('promotionId', u.promotion_id, 'code', u.code, 'name', u.name,
    'discountMinor', u.discount_minor, 'shippingMinor', u.shipping_minor) order by u.position), '[]')
  from order_promotion u where u.order_id = "order".id)`;

const creditsOfOrder = sql<readonly OrderCreditView[]>`(
  select coalesce(json_agg(json_build_object('accountId', a.id, 'kind', a.kind, 'lastFour', a.last_four,
    'amountMinor', e.spent, 'returnedMinor', e.returned) order by a.kind, a.id), '[]')
  from (select account_id, -(array_agg(amount_minor order by created_at desc, id desc) filter (where kind = 'spent'))[1] as spent,
          sum(amount_minor) - (array_agg(amount_minor order by created_at desc, id desc) filter (where kind = 'spent'))[1] as returned
        from credit_entry where order_id = "order".id and kind in ('spent', 'returned') group by 1) e
  join credit_account a on a.id = e.account_id)`;

/** An order with its payments beside it, its own first. */
export async function findOrderRow(reader: Reader, by: { readonly id: string } | { readonly token: string }) {
  const [column, value] = 'id' in by ? (['order.id', by.id] as const) : (['order.token', by.token] as const);
  return reader
    .selectFrom('order')
    .selectAll('order')
    .select(
      sql<TaxShare[]>`(
        select coalesce(json_agg(json_build_object('name', t.name, 'jurisdiction', t.jurisdiction, 'ratePpm', t.rate_ppm,
          'taxableMinor', t.taxable_minor, 'taxMinor', t.tax_minor) order by t.position), '[]')
        from order_tax t where t.order_id = "order".id)`.as('taxes'),
    )
    .select(paymentsOfOrder.as('payments'))
    .select(promotionsOfOrder.as('promotions'))
    .select(creditsOfOrder.as('credits'))
    .where(column, '=', value)
    .$narrowType<{
      placed_at: Date;
      expires_at: Date;
      confirmed_at: Date | null;
      cancelled_at: Date | null;
    }>()
    .executeTakeFirst();
}

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrderRow>>>;

export async function listLineRows(reader: Reader, orderId: string) {
  return reader
    .selectFrom('order_line as l')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('product_media as m')
          .select(['m.alt', 'm.colour', 'm.width', 'm.height'])
          .whereRef('m.key', '=', 'l.image_key')
          .limit(1)
          .as('image'),
      (join) => join.onTrue(),
    )
    .selectAll('l')
    .select(['image.alt', 'image.colour', 'image.width', 'image.height'])
    .where('l.order_id', '=', orderId)
    .orderBy('l.position')
    .execute();
}

export type LineRow = Awaited<ReturnType<typeof listLineRows>>[number];

export interface ShipmentRow {
  readonly id: string;
  readonly carrier: string;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly shippedAt: Date;
  readonly deliveredAt: Date | null;
  readonly lines: { orderLineId: string; quantity: number }[];
}

export async function listShipmentRows(reader: Reader, orderId: string): Promise<ShipmentRow[]> {
  const { rows } = await sql<ShipmentRow>`
    select s.id, s.carrier, s.tracking_number as "trackingNumber", s.tracking_url as "trackingUrl", s.shipped_at as "shippedAt",
      s.delivered_at as "deliveredAt",
      (select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity) order by l.order_line_id)
       from shipment_line l where l.shipment_id = s.id) as lines
    from shipment s where s.order_id = ${orderId} and s.voided_at is null order by s.shipped_at, s.id`.execute(
    reader,
  );
  return rows;
}

/** The timeline, oldest first, with the names of the staff in it. */
export async function listTimelineRows(reader: Reader, orderId: string) {
  return reader
    .selectFrom('order_timeline as t')
    .leftJoin('staff', 'staff.id', 't.actor_id')
    .select([
      't.id',
      't.kind',
      't.from_status as fromStatus',
      't.to_status as toStatus',
      't.actor_kind as actorKind',
      'staff.name as actorName',
      't.data',
      't.created_at as createdAt',
    ])
    .where('t.order_id', '=', orderId)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .$narrowType<{ createdAt: Date; data: Record<string, unknown> }>()
    .execute();
}
