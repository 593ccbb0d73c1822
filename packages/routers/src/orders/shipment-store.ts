import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface NewShipment {
  readonly orderId: string;
  readonly carrier: string;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly shippedAt: Date;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
}

/** Writes a parcel and counts its lines as fulfilled. */
export async function insertShipment(tx: Transaction, shipment: NewShipment): Promise<string> {
  const { id } = await tx
    .insertInto('shipment')
    .values({
      order_id: shipment.orderId,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      tracking_url: shipment.trackingUrl,
      shipped_at: shipment.shippedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('shipment_line')
    .values(
      shipment.lines.map((line) => ({
        shipment_id: id,
        order_line_id: line.orderLineId,
        quantity: line.quantity,
      })),
    )
    .execute();
  await sql`
    update order_line l set fulfilled_quantity = l.fulfilled_quantity + n.quantity
    from unnest(${shipment.lines.map((line) => line.orderLineId)}::uuid[], ${shipment.lines.map((line) => line.quantity)}::int[])
      as n (id, quantity)
    where l.id = n.id`.execute(tx);
  return id;
}
