import { toMajorString } from '@turing/domain';
import type { ExportedLine, ExportedOrder } from './export-store.ts';

type Column<Row> = readonly [name: string, meaning: string, text: (row: Row) => string];

const money = (minor: number, { currency }: ExportedOrder) => toMajorString(minor, currency);
const inAddress = (name: string) => (order: ExportedOrder) => order.address?.[name] ?? '';
/** Several things in one cell, as in the other files. */
const bars = (texts: readonly string[]) => texts.join(' | ');

const head: readonly Column<ExportedOrder>[] = [
  ['number', 'The number of the order.', ({ number }) => String(number)],
  ['placed_at', 'When it was placed, in UTC.', ({ placedAt }) => placedAt.toISOString()],
  ['status', 'pending, confirmed, shipped, delivered, cancelled or expired.', ({ status }) => status],
];

export const orderColumns: readonly Column<ExportedOrder>[] = [
  ...head,
  ['payment_status', 'Of all its payments together, as in the list.', (row) => row.paymentStatus],
  ['fulfilment_status', 'unfulfilled, partially_fulfilled or fulfilled.', (row) => row.fulfilmentStatus],
  ['email', 'Of the buyer; of an erased order it names nobody.', ({ email }) => email],
  ['name', 'Whom it is sent to.', inAddress('name')],
  ['line1', 'Street and number.', inAddress('line1')],
  ['line2', 'What else stands on the label.', inAddress('line2')],
  ['postal_code', 'Postal code.', inAddress('postalCode')],
  ['city', 'City.', inAddress('city')],
  ['region', 'State or province.', inAddress('region')],
  ['country', 'Two letters.', ({ country }) => country],
  ['shipping_method', 'As the buyer was told.', ({ shippingName }) => shippingName],
  ['currency', 'Of all amounts of the row, which are in major units.', ({ currency }) => currency],
  ['subtotal', 'Lines before discounts.', (row) => money(row.subtotalMinor, row)],
  ['discount', 'What promotions took off.', (row) => money(row.discountMinor, row)],
  ['shipping', 'Shipping.', (row) => money(row.shippingMinor, row)],
  ['tax', 'Tax, on top of the prices or in them.', (row) => money(row.taxMinor, row)],
  ['total', 'What the buyer pays.', (row) => money(row.totalMinor, row)],
  ['promotion_codes', 'Between bars.', ({ promotionCodes }) => bars(promotionCodes)],
  ['tags', 'Between bars.', ({ tags }) => bars(tags)],
  ['tracking_numbers', 'Of its parcels, between bars.', ({ trackingNumbers }) => bars(trackingNumbers)],
];

interface LineOfOrder {
  readonly order: ExportedOrder;
  readonly line: ExportedLine;
}

export const lineColumns: readonly Column<LineOfOrder>[] = [
  ...head.map(([name, meaning, text]) => [name, meaning, ({ order }: LineOfOrder) => text(order)] as const),
  ['email', 'Of the buyer.', ({ order }) => order.email],
  ['country', 'Two letters.', ({ order }) => order.country],
  ['line', 'Its place in the order, from 1 on.', ({ line }) => String(line.position)],
  ['sku', 'As it was when the order was placed.', ({ line }) => line.sku],
  ['product', 'As it was called then.', ({ line }) => line.productName],
  ['variant', 'As it was called then.', ({ line }) => line.variantName],
  ['quantity', 'Units ordered.', ({ line }) => String(line.quantity)],
  ['fulfilled_quantity', 'Units sent.', ({ line }) => String(line.fulfilledQuantity)],
  ['currency', 'Of all amounts of the row, which are in major units.', ({ order }) => order.currency],
  ['unit_price', 'Of one unit.', ({ order, line }) => money(line.unitPriceMinor, order)],
  ['discount', 'What promotions took off the line.', ({ order, line }) => money(line.discountMinor, order)],
  ['tax', 'Its tax.', ({ order, line }) => money(line.taxMinor, order)],
  ['total', 'What is paid for the line.', ({ order, line }) => money(line.totalMinor, order)],
];

/** A row as cells by column. */
export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): Record<string, string> {
  return Object.fromEntries(columns.map(([name, , text]) => [name, text(row)]));
}
