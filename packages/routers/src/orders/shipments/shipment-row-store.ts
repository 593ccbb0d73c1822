import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { StockAllocation } from '../../products/index.ts';

export interface ShipmentState {
  readonly id: string;
  readonly carrier: string;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly deliveredAt: Date | null;
  readonly voidedAt: Date | null;
}

/** A parcel of a locked order. @throws SHIPMENT_NOT_FOUND */
export async function getShipment(tx: Transaction, orderId: string, id: string): Promise<ShipmentState> {
  const row = await tx
    .selectFrom('shipment')
    .select([
      'id',
      'carrier',
      'tracking_number as trackingNumber',
      'tracking_url as trackingUrl',
      'delivered_at as deliveredAt',
      'voided_at as voidedAt',
    ])
    .where('order_id', '=', orderId)
    .where('id', '=', id)
    .$narrowType<{ deliveredAt: Date | null; voidedAt: Date | null }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('SHIPMENT_NOT_FOUND');
  return row;
}

/** Parcels of an order that are still under way, as they are before this transaction's own changes or after. */
export async function countUnderWay(tx: Transaction, orderId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('shipment')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('order_id', '=', orderId)
    .where('delivered_at', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks one parcel, or all that are under way, as arrived. */
export async function markDelivered(
  tx: Transaction,
  { orderId, shipmentId, at }: { readonly orderId: string; readonly shipmentId?: string; readonly at: Date },
): Promise<void> {
  let update = tx
    .updateTable('shipment')
    .set({ delivered_at: at })
    .where('order_id', '=', orderId)
    .where('delivered_at', 'is', null)
    .where('voided_at', 'is', null);
  if (shipmentId !== undefined) update = update.where('id', '=', shipmentId);
  await update.execute();
}

export async function updateTracking(
  tx: Transaction,
  id: string,
  change: Pick<ShipmentState, 'carrier' | 'trackingNumber' | 'trackingUrl'>,
): Promise<void> {
  const { carrier, trackingNumber, trackingUrl } = change;
  await tx
    .updateTable('shipment')
    .set({ carrier, tracking_number: trackingNumber, tracking_url: trackingUrl })
    .where('id', '=', id)
    .execute();
}

export interface ParcelLine extends StockAllocation {
  readonly orderLineId: string;
  /** Units of its line that have left with any parcel. */
  readonly fulfilledQuantity: number;
  /** Units of its line that are in returns. */
  readonly returnedQuantity: number;
}

/** What is in a parcel, and where it came from. */
export async function listParcelLines(tx: Transaction, shipmentId: string): Promise<ParcelLine[]> {
  const { rows } = await sql<ParcelLine>`
    select l.id as "orderLineId", l.variant_id as "variantId", l.location_id as "locationId", s.quantity,
      l.fulfilled_quantity as "fulfilledQuantity", (
        select coalesce(sum(rl.quantity), 0)::int from order_return_line rl join order_return r on r.id = rl.return_id
        where rl.order_line_id = l.id and r.status not in ('rejected', 'cancelled')
      ) as "returnedQuantity"
    from shipment_line s join order_line l on l.id = s.order_line_id where s.shipment_id = ${shipmentId} order by l.id`.execute(
    tx,
  );
  return rows;
}

/** Marks a parcel as void and counts its units as unshipped. */
export async function voidParcel(tx: Transaction, shipmentId: string, at: Date): Promise<void> {
  await tx.updateTable('shipment').set({ voided_at: at }).where('id', '=', shipmentId).execute();
  await sql`
    update order_line l set fulfilled_quantity = l.fulfilled_quantity - s.quantity
    from shipment_line s where s.shipment_id = ${shipmentId} and l.id = s.order_line_id`.execute(tx);
}
