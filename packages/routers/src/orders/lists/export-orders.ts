import type { Readable } from 'node:stream';
import type { Database } from '@turing/db';
import type { Context } from '../../context.ts';
import { appendAudit, type StaffActor } from '../../customers/index.ts';
import { toCsv } from '../../products/index.ts';
import { cellsOf, lineColumns, orderColumns } from './export-columns.ts';
import { readLines, readOrders } from './export-store.ts';
import type { OrderExport } from './schemas.ts';

type Cells = Record<string, string>;
type ExportContext = Pick<Context, 'db' | 'requestId' | 'address'> & { readonly staff: StaffActor };

const columnsOf = { orders: orderColumns, lines: lineColumns } as const;

/** The orders a filter finds, or their lines, newest first: CSV that reads the database as it is drained. */
export function exportOrders(db: Database, { kind, filter }: OrderExport): Readable {
  const names = columnsOf[kind].map(([name]) => name);
  return toCsv(names, kind === 'orders' ? orderRows(db, filter) : lineRows(db, filter));
}

/** The same for staff: that buyers' names were taken out is an entry of the audit. */
export async function exportOrdersAsStaff(ctx: ExportContext, wanted: OrderExport): Promise<Readable> {
  const { requestId, address, staff } = ctx;
  // Not the words that were looked for: the audit is never erased, and they may name somebody.
  const { query, ...filter } = wanted.filter;
  const after = { kind: wanted.kind, ...filter, ...(query === undefined ? {} : { query: true }) };
  const entry = { entityType: 'order', entityId: 'export', before: null, after };
  await ctx.db.transaction((tx) =>
    appendAudit(tx, [
      { staffId: staff.id, tokenId: staff.tokenId, action: 'orders.export', requestId, address, ...entry },
    ]),
  );
  return exportOrders(ctx.db, wanted);
}

async function* orderRows(db: Database, filter: OrderExport['filter']): AsyncGenerator<Cells> {
  for await (const orders of readOrders(db.reader, filter)) {
    for (const order of orders) yield cellsOf(orderColumns, order);
  }
}

async function* lineRows(db: Database, filter: OrderExport['filter']): AsyncGenerator<Cells> {
  for await (const orders of readOrders(db.reader, filter)) {
    const lines = Map.groupBy(
      await readLines(
        db.reader,
        orders.map(({ id }) => id),
      ),
      ({ orderId }) => orderId,
    );
    for (const order of orders)
      for (const line of lines.get(order.id) ?? []) yield cellsOf(lineColumns, { order, line });
  }
}
