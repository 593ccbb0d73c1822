import type { Database } from '@turing/db';
import { type Currency, type PaymentState, ShopError } from '@turing/domain';
import { imageOf } from '../products/index.ts';
import type { AddressInput } from '../schemas.ts';
import type { Gift } from './credit/gift-schemas.ts';
import type { OrderView, StaffOrderView } from './order-schemas.ts';
import {
  findOrderRow,
  type LineRow,
  listLineRows,
  listShipmentRows,
  listTimelineRows,
  type OrderRow,
  type PaymentRow,
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
    gatewayRef: row.payments[0]?.gatewayRef ?? null,
    capturedMinor: sumMinor(row.payments, 'capturedMinor'),
    payments: [...row.payments],
    timeline,
  };
}

function viewOrder(row: OrderRow, lines: readonly LineRow[], shipments: ShipmentRow[]): OrderView {
  return {
    number: row.number,
    token: row.token,
    status: row.status,
    paymentStatus: row.payment_status,
    paymentFailure: failureOf(row.payments),
    paymentMethod: row.payments[0]?.method ?? 'card',
    openMinor: openOf(row),
    differenceMinor: differenceOf(row),
    fulfilmentStatus: row.fulfilment_status,
    email: row.email,
    currency: row.currency as Currency,
    pricing: {
      subtotalMinor: row.subtotal_minor,
      discountMinor: row.discount_minor,
      shippingMinor: row.shipping_minor,
      taxMinor: row.tax_minor,
      shippingTaxMinor: row.shipping_tax_minor,
      taxes: row.taxes,
      totalMinor: row.total_minor,
      taxInclusive: row.tax_inclusive,
    },
    refundedMinor: sumMinor(row.payments, 'refundedMinor'),
    creditMinor: row.credit_minor,
    credits: row.credits,
    promotionCode: row.promotion_code,
    promotions: [...row.promotions],
    shippingName: row.shipping_name,
    isPickup: row.pickup_location_id !== null,
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

function sumMinor(payments: readonly PaymentRow[], amount: 'capturedMinor' | 'refundedMinor'): number {
  return payments.reduce((sum, payment) => sum + payment[amount], 0);
}

/** Of the payment that waits longest, if one does. */
function failureOf(payments: readonly PaymentRow[]): string | null {
  return (payments.find(({ status }) => status === 'failed') ?? payments[0])?.failure ?? null;
}

const owing = new Set<PaymentState>(['pending', 'failed', 'partially_captured', 'partially_refunded']);

/** What the payments of an order still ask for. */
function openOf({ status, payments }: OrderRow): number {
  if (status === 'cancelled' || status === 'expired') return 0;
  return payments
    .filter((payment) => owing.has(payment.status))
    .reduce((sum, { amountMinor, capturedMinor }) => sum + amountMinor - capturedMinor, 0);
}

/** What can be paid by card beside the order itself. */
function differenceOf({ status, payments }: OrderRow): number {
  if (status === 'pending' || status === 'cancelled' || status === 'expired') return 0;
  const asked = payments.filter(({ purpose, provider }) => purpose === 'difference' && provider === 'stripe');
  const open = asked.find((payment) => payment.status === 'pending' || payment.status === 'failed');
  return open?.amountMinor ?? 0;
}

function viewLine(line: LineRow): OrderView['lines'][number] {
  const { image_key: key, alt, colour, width, height } = line;
  const drawn = key !== null && alt !== null && colour !== null && width !== null && height !== null;
  return {
    id: line.id,
    kind: line.kind,
    gifts: line.gifts as Gift[],
    sku: line.sku,
    productName: line.product_name,
    productSlug: line.product_slug,
    variantName: line.variant_name,
    image: drawn ? imageOf({ key, alt, colour, width, height }) : null,
    quantity: line.quantity,
    fulfilledQuantity: line.fulfilled_quantity,
    heldQuantity: line.held_quantity,
    cancelledQuantity: line.cancelled_quantity,
    unitPriceMinor: line.unit_price_minor,
    subtotalMinor: line.subtotal_minor,
    discountMinor: line.discount_minor,
    taxMinor: line.tax_minor,
    totalMinor: line.total_minor,
  };
}
