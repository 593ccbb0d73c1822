import { type EditedLine, ShopError } from '@turing/domain';
import type { Purchasable } from '../../products/index.ts';
import type { EditableLine, EditableOrder } from './editable-store.ts';
import type { EditChanges } from './schemas.ts';

/** A line of the order as it shall be: one that is there, or one of a variant that is added. */
export type ComposedLine = Pick<EditedLine, 'id' | 'quantity' | 'unitPriceMinor' | 'taxCategory' | 'was'> &
  (
    | { readonly line: EditableLine; readonly item: null }
    | { readonly line: null; readonly item: Purchasable }
  );

export interface ComposedEdit {
  readonly kept: readonly ComposedLine[];
  readonly removed: readonly EditableLine[];
}

/**
 * The lines of an order after a change: only what has not left the house can go, and gift cards stay as they were bought.
 * @throws ORDER_NOT_EDITABLE with a `reason`, VARIANT_NOT_FOUND, PRICE_UNAVAILABLE
 */
export function composeEdit(
  order: EditableOrder,
  changes: Pick<EditChanges, 'lines' | 'added'>,
  items: ReadonlyMap<string, Purchasable>,
): ComposedEdit {
  const wanted = new Map(changes.lines.map((line) => [line.orderLineId, line.quantity]));
  const isUnknown = [...wanted.keys()].some((id) => !order.lines.some((line) => line.id === id));
  if (isUnknown || wanted.size !== changes.lines.length) refuse('lines');
  const stay = order.lines.flatMap((line) => keepLine(line, wanted.get(line.id) ?? line.quantity));
  const removed = order.lines.filter(({ id }) => wanted.get(id) === 0);
  const added = changes.added.map((each, index) => addLine(each, { index, item: items.get(each.variantId) }));
  const kept = [...stay, ...added];
  if (!kept.some(isToShip)) refuse('nothing_to_ship');
  return { kept, removed };
}

function keepLine(line: EditableLine, quantity: number): ComposedLine[] {
  const gone = line.fulfilledQuantity + line.cancelledQuantity;
  if (quantity !== line.quantity && line.kind === 'gift_card') refuse('gift_card');
  if (quantity < gone) refuse('already_shipped');
  if (quantity < line.quantity && line.hasRefunds) refuse('refunded');
  if (quantity === 0) return [];
  const { id, unitPriceMinor, discountMinor, discounts } = line;
  const taxCategory = line.kind === 'gift_card' ? 'gift_card' : line.taxCategory;
  const was = { quantity: line.quantity, discountMinor, discounts };
  return [{ id, quantity, unitPriceMinor, taxCategory, was, line, item: null }];
}

function addLine(
  { variantId, quantity, unitPriceMinor: asked }: EditChanges['added'][number],
  { index, item }: { readonly index: number; readonly item: Purchasable | undefined },
): ComposedLine {
  if (item === undefined) throw new ShopError('VARIANT_NOT_FOUND', { variantId });
  if (item.kind === 'gift_card') refuse('gift_card');
  const unitPriceMinor = asked ?? item.priceMinor;
  if (unitPriceMinor === null) throw new ShopError('PRICE_UNAVAILABLE', { variantId });
  const { taxCategory } = item;
  return { id: `added-${index}`, quantity, unitPriceMinor, taxCategory, was: null, line: null, item };
}

function isToShip({ line, quantity }: ComposedLine): boolean {
  return line === null || quantity > line.fulfilledQuantity + line.cancelledQuantity;
}

function refuse(reason: string): never {
  throw new ShopError('ORDER_NOT_EDITABLE', { reason });
}
