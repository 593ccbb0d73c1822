import type { Reader, Transaction } from '@turing/db';
import { type ReturnReason, type ReturnResolution, type ReturnState, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { Actor } from '../order-store.ts';

export interface LockedReturn {
  readonly id: string;
  readonly orderId: string;
  readonly sequence: number;
  readonly status: ReturnState;
  readonly resolution: ReturnResolution;
  readonly exchangeOrderId: string | null;
  readonly version: number;
}

/** The order of a return: locked before it. @throws RETURN_NOT_FOUND */
export async function getOrderIdOfReturn(reader: Reader, id: string): Promise<string> {
  const row = await reader
    .selectFrom('order_return')
    .select('order_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('RETURN_NOT_FOUND');
  return row.order_id;
}

/** Locks a return of a locked order. @throws RETURN_NOT_FOUND */
export async function lockReturn(
  tx: Transaction,
  { id, orderId }: { readonly id: string; readonly orderId: string },
): Promise<LockedReturn> {
  const row = await tx
    .selectFrom('order_return')
    .select([
      'id',
      'order_id as orderId',
      'sequence',
      'status',
      'resolution',
      'exchange_order_id as exchangeOrderId',
      'version',
    ])
    .where('id', '=', id)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('RETURN_NOT_FOUND');
  return row;
}

export interface ReturnChange {
  readonly status?: ReturnState;
  readonly message?: string | null;
  readonly carrier?: string | null;
  readonly tracking_number?: string | null;
  readonly exchange_order_id?: string;
}

/** Compare-and-set on state and version. @throws VERSION_CONFLICT */
export async function updateReturn(
  tx: Transaction,
  { id, status, version }: LockedReturn,
  change: ReturnChange,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('order_return')
    .set({ ...change, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('status', '=', status)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new ShopError('VERSION_CONFLICT', { version });
}

export interface ReturnLineRow {
  readonly id: string;
  readonly orderLineId: string;
  readonly variantId: string;
  /** Where the units were sent from. */
  readonly locationId: string;
  readonly quantity: number;
  readonly receivedQuantity: number;
}

export async function listReturnLines(tx: Transaction, returnId: string): Promise<ReturnLineRow[]> {
  return tx
    .selectFrom('order_return_line as r')
    .innerJoin('order_line as l', 'l.id', 'r.order_line_id')
    .select([
      'r.id',
      'r.order_line_id as orderLineId',
      'l.variant_id as variantId',
      'l.location_id as locationId',
      'r.quantity',
      'r.received_quantity as receivedQuantity',
    ])
    .where('r.return_id', '=', returnId)
    .orderBy('l.position')
    .execute();
}

export async function setReceived(
  tx: Transaction,
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): Promise<void> {
  await sql`
    update order_return_line l set received_quantity = n.quantity
    from unnest(${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[]) as n (id, quantity)
    where l.id = n.id`.execute(tx);
}

export async function setInspected(
  tx: Transaction,
  lines: readonly { readonly lineId: string; readonly restocked: number; readonly writtenOff: number }[],
): Promise<void> {
  await sql`
    update order_return_line l set restocked_quantity = n.restocked, written_off_quantity = n.written_off
    from unnest(${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ restocked }) => restocked)}::int[],
      ${lines.map(({ writtenOff }) => writtenOff)}::int[]) as n (id, restocked, written_off)
    where l.id = n.id`.execute(tx);
}

export interface NewReturn {
  readonly orderId: string;
  readonly status: ReturnState;
  readonly resolution: ReturnResolution;
  readonly requestedBy: Actor['kind'];
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly quantity: number;
    readonly reason: ReturnReason;
    readonly comment: string | null;
  }[];
}

/** Writes a return of a locked order, with the next number among its returns. */
export async function insertReturn(tx: Transaction, input: NewReturn): Promise<string> {
  const { id } = await tx
    .insertInto('order_return')
    .values({
      order_id: input.orderId,
      sequence: sql<number>`(select coalesce(max(r.sequence), 0) + 1 from order_return r where r.order_id = ${input.orderId})`,
      status: input.status,
      resolution: input.resolution,
      requested_by: input.requestedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('order_return_line')
    .values(
      input.lines.map((line) => ({
        return_id: id,
        order_line_id: line.orderLineId,
        quantity: line.quantity,
        reason: line.reason,
        comment: line.comment,
      })),
    )
    .execute();
  return id;
}
