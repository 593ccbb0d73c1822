import type { Reader, Transaction } from '@turing/db';
import { type EditPricing, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { StockAllocation } from '../../products/index.ts';
import type { LockedOrder } from '../order-store.ts';
import type { ComposedLine } from './compose-edit.ts';
import type { OrderEdit } from './schemas.ts';

export interface WrittenLine {
  readonly composed: ComposedLine;
  readonly priced: EditPricing['lines'][number];
  readonly heldQuantity: number;
  /** Where an added line takes its stock from. */
  readonly allocation: StockAllocation | undefined;
}

/** Writes the lines of a changed order: those that go, those that stay, those that come. */
export async function writeLines(
  tx: Transaction,
  orderId: string,
  {
    removedIds,
    written,
  }: { readonly removedIds: readonly string[]; readonly written: readonly WrittenLine[] },
): Promise<void> {
  if (removedIds.length > 0) await tx.deleteFrom('order_line').where('id', 'in', removedIds).execute();
  const { last } = await tx
    .selectFrom('order_line')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow();
  let position = last;
  for (const line of written) {
    if (line.composed.line === null) {
      position += 1;
      await insertLine(tx, { orderId, position }, line);
    } else {
      await tx
        .updateTable('order_line')
        .set(amountsOf(line))
        .where('id', '=', line.composed.line.id)
        .execute();
    }
  }
}

async function insertLine(
  tx: Transaction,
  place: { readonly orderId: string; readonly position: number },
  line: WrittenLine,
): Promise<void> {
  const { item } = line.composed;
  if (item === null || line.allocation === undefined) throw new Error('an added line has an item and stock');
  await tx
    .insertInto('order_line')
    .values({
      ...amountsOf(line),
      order_id: place.orderId,
      position: place.position,
      variant_id: item.variantId,
      location_id: line.allocation.locationId,
      sku: item.sku,
      product_name: item.productName,
      product_slug: item.productSlug,
      variant_name: item.variantName,
      image_key: item.imageKey,
      kind: item.kind,
    })
    .execute();
}

function amountsOf({ priced, heldQuantity }: WrittenLine) {
  return {
    quantity: priced.quantity,
    held_quantity: heldQuantity,
    unit_price_minor: priced.unitPriceMinor,
    subtotal_minor: priced.subtotalMinor,
    discount_minor: priced.discountMinor,
    discounts: JSON.stringify(priced.discounts),
    tax_minor: priced.taxMinor,
    tax_rate_ppm: priced.taxRatePpm,
    total_minor: priced.totalMinor,
  };
}

/** Writes the sums and taxes of a changed order on the version that was read. @throws VERSION_CONFLICT */
export async function writeSums(tx: Transaction, order: LockedOrder, priced: EditPricing): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('order')
    .set({
      subtotal_minor: priced.subtotalMinor,
      discount_minor: priced.discountMinor,
      shipping_minor: priced.shippingMinor,
      shipping_tax_minor: priced.shippingTaxMinor,
      tax_minor: priced.taxMinor,
      total_minor: priced.totalMinor,
      version: order.version + 1,
    })
    .where('id', '=', order.id)
    .where('version', '=', order.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new ShopError('VERSION_CONFLICT', { version: order.version });
  await tx.deleteFrom('order_tax').where('order_id', '=', order.id).execute();
  if (priced.taxes.length === 0) return;
  await tx
    .insertInto('order_tax')
    .values(
      priced.taxes.map((share, index) => ({
        order_id: order.id,
        position: index + 1,
        name: share.name,
        jurisdiction: share.jurisdiction,
        rate_ppm: share.ratePpm,
        taxable_minor: share.taxableMinor,
        tax_minor: share.taxMinor,
      })),
    )
    .execute();
}

export interface EditSnapshot {
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly lines: readonly { readonly sku: string; readonly name: string; readonly quantity: number }[];
}

export interface NewEdit {
  readonly id: string;
  readonly orderId: string;
  readonly staffId: string;
  readonly note: string | null;
  readonly before: EditSnapshot;
  readonly after: EditSnapshot;
  readonly chargeMinor: number;
  readonly refundMinor: number;
  readonly paymentId: string | null;
}

export async function insertEdit(tx: Transaction, edit: NewEdit): Promise<void> {
  await tx
    .insertInto('order_edit')
    .values({
      id: edit.id,
      order_id: edit.orderId,
      staff_id: edit.staffId,
      note: edit.note,
      before: JSON.stringify(edit.before),
      after: JSON.stringify(edit.after),
      difference_minor: edit.after.totalMinor - edit.before.totalMinor,
      charge_minor: edit.chargeMinor,
      refund_minor: edit.refundMinor,
      payment_id: edit.paymentId,
    })
    .execute();
}

/** Lets go of what waits for its money; how many units. */
export async function releaseHeldUnits(tx: Transaction, orderId: string): Promise<number> {
  const { rows } = await sql<{ quantity: number }>`
    with held as (select id, held_quantity as quantity from order_line where order_id = ${orderId} and held_quantity > 0 for update)
    update order_line l set held_quantity = 0 from held where l.id = held.id returning held.quantity`.execute(
    tx,
  );
  return rows.reduce((sum, { quantity }) => sum + quantity, 0);
}

interface EditRow extends Omit<OrderEdit, 'before' | 'after' | 'changes'> {
  readonly before: EditSnapshot;
  readonly after: EditSnapshot;
}

/** The changes of an order, the latest first. */
export async function listEdits(reader: Reader, orderId: string): Promise<OrderEdit[]> {
  const rows: readonly EditRow[] = await reader
    .selectFrom('order_edit as e')
    .leftJoin('staff', 'staff.id', 'e.staff_id')
    .select([
      'e.id',
      'e.created_at as createdAt',
      'staff.name as staffName',
      'e.note',
      'e.difference_minor as differenceMinor',
      'e.charge_minor as chargeMinor',
      'e.refund_minor as refundMinor',
      'e.before',
      'e.after',
    ])
    .where('e.order_id', '=', orderId)
    .orderBy('e.id', 'desc')
    .$narrowType<{ createdAt: Date; before: EditSnapshot; after: EditSnapshot }>()
    .execute();
  return rows.map((row) => ({ ...row, changes: changesOf(row) }));
}

function changesOf({ before, after }: EditRow): OrderEdit['changes'] {
  const skus = [...new Set([...before.lines, ...after.lines].map(({ sku }) => sku))];
  return skus.flatMap((sku) => {
    const [from, to] = [unitsOf(before, sku), unitsOf(after, sku)];
    const name = [...after.lines, ...before.lines].find((line) => line.sku === sku)?.name ?? sku;
    return from === to ? [] : [{ name, from, to }];
  });
}

function unitsOf({ lines }: EditSnapshot, sku: string): number {
  return lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0);
}
