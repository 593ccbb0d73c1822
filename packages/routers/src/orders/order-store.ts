import type { Transaction } from '@turing/db';
import { type OrderState, ShopError } from '@turing/domain';
import type { StockAllocation } from '../products/index.ts';

export interface LockedOrder {
  readonly id: string;
  readonly token: string;
  readonly number: number;
  readonly status: OrderState;
  readonly fulfilmentStatus: 'unfulfilled' | 'partially_fulfilled' | 'fulfilled';
  /** What gift cards and store credit paid. */
  readonly creditMinor: number;
  readonly version: number;
  readonly expiresAt: Date;
  /** Where it is fetched. */
  readonly pickupLocationId: string | null;
}

export interface OrderLineRow extends StockAllocation {
  readonly id: string;
  readonly fulfilledQuantity: number;
  readonly cancelledQuantity: number;
  /** Units that wait for the money of a difference. */
  readonly heldQuantity: number;
}

export interface Actor {
  readonly kind: 'guest' | 'customer' | 'staff' | 'system';
  readonly id: string | null;
}

export const systemActor: Actor = { kind: 'system', id: null };

export interface TimelineEntry {
  readonly orderId: string;
  readonly kind: string;
  readonly from: OrderState | null;
  readonly to: OrderState | null;
  readonly actor: Actor;
  readonly data?: Record<string, unknown>;
}

/**
 * Locks one order by id or by its secret token.
 * @throws ORDER_NOT_FOUND
 */
export async function lockOrder(
  tx: Transaction,
  by: { readonly id: string } | { readonly token: string },
): Promise<LockedOrder> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token', by.token] as const);
  const row = await tx
    .selectFrom('order')
    .select([
      'id',
      'token',
      'number',
      'status',
      'fulfilment_status as fulfilmentStatus',
      'credit_minor as creditMinor',
      'version',
      'expires_at as expiresAt',
      'pickup_location_id as pickupLocationId',
    ])
    .where(column, '=', value)
    .forUpdate()
    .$narrowType<{ expiresAt: Date }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return row;
}

export async function listOrderLines(tx: Transaction, orderId: string): Promise<OrderLineRow[]> {
  return tx
    .selectFrom('order_line')
    .select([
      'id',
      'variant_id as variantId',
      'location_id as locationId',
      'quantity',
      'fulfilled_quantity as fulfilledQuantity',
      'cancelled_quantity as cancelledQuantity',
      'held_quantity as heldQuantity',
    ])
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute();
}

export interface OrderChange {
  readonly status?: OrderState;
  readonly fulfilment_status?: LockedOrder['fulfilmentStatus'];
  readonly confirmed_at?: Date;
  readonly cancelled_at?: Date;
  readonly cancel_reason?: string;
}

/** Compare-and-set on the version that was read. @throws VERSION_CONFLICT */
export async function updateOrder(tx: Transaction, order: LockedOrder, change: OrderChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('order')
    .set({ ...change, version: order.version + 1 })
    .where('id', '=', order.id)
    .where('status', '=', order.status)
    .where('version', '=', order.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new ShopError('VERSION_CONFLICT', { version: order.version });
}

/** Tells by the version that something of a locked order changed. @throws VERSION_CONFLICT */
export async function touchOrder(tx: Transaction, order: LockedOrder): Promise<void> {
  await updateOrder(tx, order, {});
}

/** Replaces where an order's lines take their stock from, after an expired order got its stock back. */
export async function relocateLines(
  tx: Transaction,
  lines: readonly OrderLineRow[],
  allocations: readonly StockAllocation[],
): Promise<void> {
  for (const [index, line] of lines.entries()) {
    const locationId = allocations[index]?.locationId;
    if (locationId === undefined || locationId === line.locationId) continue;
    await tx.updateTable('order_line').set({ location_id: locationId }).where('id', '=', line.id).execute();
  }
}

export async function appendTimeline(tx: Transaction, entry: TimelineEntry): Promise<void> {
  await tx
    .insertInto('order_timeline')
    .values({
      order_id: entry.orderId,
      kind: entry.kind,
      from_status: entry.from,
      to_status: entry.to,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      data: JSON.stringify(entry.data ?? {}),
    })
    .execute();
}
