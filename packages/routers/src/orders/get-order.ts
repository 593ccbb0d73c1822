import type { Database } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { imageOf } from '../products/index.ts';
import type { AddressInput } from '../schemas.ts';
import type { OrderView, StaffOrderView } from './order-schemas.ts';
import {
  findOrderRow,
  type LineRow,
  listLineRows,
  listShipmentRows,
  listTimelineRows,
  type OrderRow,
  type ShipmentRow,
} from './order-read-store.ts';

/** The order a secret link opens. @throws ORDER_NOT_FOUND */
export async function getOrderByToken(db: Database, token: string): Promise<OrderView> {
  const row = await findOrderRow(db.reader, { token });
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  const [lines, shipments] = await Promise.all([
    listLineRows(db.reader, row.id),
    listShipmentRows(db.reader, row.id),
  ]);
  return viewOrder(row, lines, shipments);
}

/** Everything staff see of an order. @throws ORDER_NOT_FOUND */
export async function getStaffOrder(db: Database, id: string): Promise<StaffOrderView> {
  const row = await findOrderRow(db.reader, { id });
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  const [lines, shipments, timeline] = await Promise.all([
    listLineRows(db.reader, id),
    listShipmentRows(db.reader, id),
    listTimelineRows(db.reader, id),
  ]);
  return {
    ...viewOrder(row, lines, shipments),
    id: row.id,
    version: row.version,
    customerId: row.customer_id,
    cancelReason: row.cancel_reason,
    gatewayRef: row.gatewayRef,
    capturedMinor: row.capturedMinor,
    timeline,
  };
}

function viewOrder(row: OrderRow, lines: readonly LineRow[], shipments: ShipmentRow[]): OrderView {
  return {
    number: row.number,
    token: row.token,
    status: row.status,
    paymentStatus: row.paymentStatus,
    paymentFailure: row.paymentFailure,
    fulfilmentStatus: row.fulfilment_status,
    email: row.email,
    currency: row.currency as Currency,
    pricing: {
      subtotalMinor: row.subtotal_minor,
      discountMinor: row.discount_minor,
      shippingMinor: row.shipping_minor,
      taxMinor: row.tax_minor,
      totalMinor: row.total_minor,
      taxInclusive: row.tax_inclusive,
    },
    refundedMinor: row.refundedMinor,
    promotionCode: row.promotion_code,
    shippingName: row.shipping_name,
    shippingAddress: row.shipping_address as AddressInput,
    note: row.note,
    lines: lines.map(viewLine),
    shipments,
    placedAt: row.placed_at,
    expiresAt: row.expires_at,
    confirmedAt: row.confirmed_at,
    cancelledAt: row.cancelled_at,
  };
}

function viewLine(line: LineRow): OrderView['lines'][number] {
  const { image_key: key, alt, colour, width, height } = line;
  const drawn = key !== null && alt !== null && colour !== null && width !== null && height !== null;
  return {
    id: line.id,
    sku: line.sku,
    productName: line.product_name,
    productSlug: line.product_slug,
    variantName: line.variant_name,
    image: drawn ? imageOf({ key, alt, colour, width, height }) : null,
    quantity: line.quantity,
    fulfilledQuantity: line.fulfilled_quantity,
    unitPriceMinor: line.unit_price_minor,
    subtotalMinor: line.subtotal_minor,
    discountMinor: line.discount_minor,
    taxMinor: line.tax_minor,
    totalMinor: line.total_minor,
  };
}
