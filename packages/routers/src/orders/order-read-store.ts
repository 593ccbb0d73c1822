import type { Reader } from '@turing/db';
import { sql } from 'kysely';

/** An order with the money side beside it. */
export async function findOrderRow(reader: Reader, by: { readonly id: string } | { readonly token: string }) {
  const [column, value] = 'id' in by ? (['order.id', by.id] as const) : (['order.token', by.token] as const);
  return reader
    .selectFrom('order')
    .innerJoin('payment', 'payment.order_id', 'order.id')
    .selectAll('order')
    .select([
      'payment.status as paymentStatus',
      'payment.last_failure as paymentFailure',
      'payment.gateway_ref as gatewayRef',
      'payment.captured_minor as capturedMinor',
      'payment.refunded_minor as refundedMinor',
    ])
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
  readonly lines: { orderLineId: string; quantity: number }[];
}

export async function listShipmentRows(reader: Reader, orderId: string): Promise<ShipmentRow[]> {
  const { rows } = await sql<ShipmentRow>`
    select s.id, s.carrier, s.tracking_number as "trackingNumber", s.tracking_url as "trackingUrl", s.shipped_at as "shippedAt",
      (select json_agg(json_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity) order by l.order_line_id)
       from shipment_line l where l.shipment_id = s.id) as lines
    from shipment s where s.order_id = ${orderId} order by s.shipped_at, s.id`.execute(reader);
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
