import { randomUUID } from 'node:crypto';
import { appendEvent, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import {
  allocateLines,
  releaseLines,
  type StockAllocation,
  type StockRequest,
} from '../../products/index.ts';
import type { StaffOrderView } from '../order-schemas.ts';
import { appendTimeline, type LockedOrder } from '../order-store.ts';
import { writeOrder } from '../write-order.ts';
import type { ComposedLine } from './compose-edit.ts';
import { type EditSnapshot, insertEdit, type NewEdit, writeLines, writeSums } from './edit-store.ts';
import { sumsOf } from './preview-edit.ts';
import { loadPricedEdit, type PricedEdit } from './price-edit.ts';
import type { CommitEditInput } from './schemas.ts';
import { type SettledEdit, settleEdit } from './settle-edit.ts';

/**
 * Changes an order before it is shipped: stock moves by exactly the units, the difference is asked for or given back, and the
 * buyer is told. What was added and is to be paid by card is not shipped before it is.
 * Lock order: order, payments, credit accounts, stock levels by id.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_EDITABLE with a `reason`, EDIT_TOTAL_CHANGED with `totalMinor`, PRODUCT_OUT_OF_STOCK,
 * VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, PERMISSION_NOT_HELD for a refund, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function commitEdit(ctx: StaffContext, input: CommitEditInput): Promise<StaffOrderView> {
  return writeOrder(ctx, { operation: 'orders.edit', input }, async (tx, order) => {
    const edit = await loadPricedEdit(tx, input, ctx.now());
    const { totalMinor } = edit.priced;
    if (totalMinor !== input.expectedTotalMinor) throw new ShopError('EDIT_TOTAL_CHANGED', { totalMinor });
    const editId = randomUUID();
    const money = await settleEdit(tx, {
      order: edit.order,
      editId,
      differenceMinor: totalMinor - edit.order.totalMinor,
      method: input.paymentMethod,
      staffId: ctx.staff.id,
    });
    if (money.refundMinor > 0 && !ctx.staff.permissions.includes('orders:refund'))
      throw new ShopError('PERMISSION_NOT_HELD', { permission: 'orders:refund' });
    await writeEdited(tx, order, { edit, money });
    const record = recordOf(edit, money);
    await insertEdit(tx, { ...record, id: editId, staffId: ctx.staff.id, note: input.note });
    await tell(tx, { ...record, id: editId, currency: edit.order.currency, staffId: ctx.staff.id });
    const { before, after, chargeMinor, refundMinor } = record;
    return { from: before, to: after, chargeMinor, refundMinor };
  });
}

async function writeEdited(
  tx: Transaction,
  order: LockedOrder,
  { edit, money }: { readonly edit: PricedEdit; readonly money: SettledEdit },
): Promise<void> {
  const allocations = await moveStock(tx, edit);
  const written = edit.kept.map((composed, index) => {
    const priced = edit.priced.lines[index];
    if (priced === undefined) throw new Error('each line is priced');
    const heldQuantity = money.isHeld ? heldOf(composed) : 0;
    return { composed, priced, heldQuantity, allocation: allocations.get(composed.id) };
  });
  await writeLines(tx, order.id, { removedIds: edit.removed.map(({ id }) => id), written });
  await writeSums(tx, order, edit.priced);
}

/** Units that wait for the money: those added now, and those added before and still unpaid. */
function heldOf({ line, quantity }: ComposedLine): number {
  if (line === null) return quantity;
  const added = Math.max(0, quantity - line.quantity);
  return Math.min(line.heldQuantity + added, quantity - line.fulfilledQuantity - line.cancelledQuantity);
}

interface Coming extends StockRequest {
  readonly id: string;
  readonly locationId: string | null;
}

/** Gives back what goes and takes what comes; further units of a line come from where it is. By id of the line. */
async function moveStock(
  tx: Transaction,
  { kept, removed }: PricedEdit,
): Promise<ReadonlyMap<string, StockAllocation>> {
  const gone = [...removed.map((line) => ({ line, quantity: 0 })), ...kept].flatMap(({ line, quantity }) =>
    line !== null && quantity < line.quantity ? [{ ...line, quantity: line.quantity - quantity }] : [],
  );
  const come = kept.flatMap(({ id, line, item, quantity }): Coming[] => {
    if (line === null) return [{ id, variantId: item.variantId, locationId: null, quantity }];
    const { variantId, locationId } = line;
    return quantity > line.quantity
      ? [{ id, variantId, locationId, quantity: quantity - line.quantity }]
      : [];
  });
  if (gone.length > 0) await releaseLines(tx, gone);
  const taken = new Map<string, StockAllocation>();
  // One by one: two lines may be of one variant.
  for (const line of come.toSorted((a, b) => a.variantId.localeCompare(b.variantId))) {
    const [allocation] = await allocateLines(tx, [line], line.locationId);
    if (allocation !== undefined) taken.set(line.id, allocation);
  }
  return taken;
}

type Record = Omit<NewEdit, 'id' | 'staffId' | 'note'>;

function recordOf({ order, kept, priced }: PricedEdit, money: SettledEdit): Record {
  const before = order.lines.map((line) => lineOf(line, line.quantity));
  const after = kept.map(({ line, item, quantity }) => lineOf(line ?? item, quantity));
  const { chargeMinor, refundMinor, paymentId } = money;
  return {
    orderId: order.id,
    before: { ...sumsOf(order), lines: before },
    after: { ...sumsOf(priced), lines: after },
    chargeMinor,
    refundMinor,
    paymentId,
  };
}

function lineOf(
  what: { readonly sku: string; readonly productName: string; readonly variantName: string },
  quantity: number,
): EditSnapshot['lines'][number] {
  return { sku: what.sku, name: [what.productName, what.variantName].filter(Boolean).join(' – '), quantity };
}

async function tell(
  tx: Transaction,
  edited: Record & { readonly id: string; readonly currency: string; readonly staffId: string },
): Promise<void> {
  const { id: editId, orderId, before, after, chargeMinor, refundMinor, currency } = edited;
  const data = {
    editId,
    differenceMinor: after.totalMinor - before.totalMinor,
    chargeMinor,
    refundMinor,
    currency,
  };
  const actor = { kind: 'staff', id: edited.staffId } as const;
  await appendTimeline(tx, { orderId, kind: 'edited', from: null, to: null, actor, data });
  await appendEvent(tx, { type: 'order.edited', entityId: orderId, payload: data });
}
