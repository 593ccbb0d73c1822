import type { Reader, Transaction } from '@turing/db';
import type { DocumentKind } from '@turing/domain';
import { sql } from 'kysely';
import type { DocumentView, Snapshot } from './schemas.ts';

/** What is issued; the series gives number and label. */
export interface NewDocument {
  readonly kind: DocumentKind;
  readonly orderId: string;
  /** What it documents: the order, a refund, a shipment. */
  readonly sourceId: string;
  readonly snapshot: Omit<Snapshot, 'number' | 'label'>;
}

/**
 * Issues a document with the next number of its kind, once for each source: the number is taken by the statement that
 * writes it. The order is locked, so that nobody issues the same meanwhile. Null when there is one.
 */
export async function insertDocument(
  tx: Transaction,
  { kind, orderId, sourceId, snapshot }: NewDocument,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with taken as (
      update number_series set next_number = next_number + 1
      where kind = ${kind} and not exists (select from order_document where kind = ${kind} and source_id = ${sourceId})
      returning next_number - 1 as number, prefix || (next_number - 1) as label
    )
    insert into order_document (kind, number, label, order_id, source_id, issued_at, snapshot)
    select ${kind}, number, label, ${orderId}, ${sourceId}, ${snapshot.issuedAt}::timestamptz,
      ${JSON.stringify(snapshot)}::jsonb || jsonb_build_object('number', number, 'label', label)
    from taken returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

const view = sql<DocumentView>`
  select d.id, d.kind, d.label, d.issued_at as "issuedAt", (d.snapshot #>> '{totals,totalMinor}')::int8 as "totalMinor",
    d.snapshot ->> 'currency' as currency
  from order_document d`;

/** Oldest first. */
export async function listDocuments(reader: Reader, orderId: string): Promise<DocumentView[]> {
  const { rows } = await sql<DocumentView>`
    ${view} where d.order_id = ${orderId} order by d.issued_at, d.id limit 500`.execute(reader);
  return rows;
}

/** What the buyer may have: bills, not what a parcel held. */
export async function listDocumentsOfToken(reader: Reader, token: string): Promise<DocumentView[]> {
  const { rows } = await sql<DocumentView>`
    ${view} join "order" o on o.id = d.order_id
    where o.token = ${token} and d.kind <> 'packing_slip' order by d.issued_at, d.id limit 500`.execute(
    reader,
  );
  return rows;
}

/** Who asks for a document: staff for any, a customer for those of own orders, anybody with an order's secret link for its. */
export type DocumentReader =
  | { readonly staff: true }
  | { readonly customerId: string }
  | { readonly orderToken: string };

export async function findSnapshot(
  reader: Reader,
  id: string,
  asking: DocumentReader,
): Promise<Snapshot | null> {
  const query = reader
    .selectFrom('order_document as d')
    .innerJoin('order as o', 'o.id', 'd.order_id')
    .select('d.snapshot')
    .where('d.id', '=', id)
    .$narrowType<{ snapshot: Snapshot }>();
  if ('staff' in asking) return (await query.executeTakeFirst())?.snapshot ?? null;
  const own = query.where('d.kind', '<>', 'packing_slip');
  const row =
    'customerId' in asking
      ? await own.where('o.customer_id', '=', asking.customerId).executeTakeFirst()
      : await own.where('o.token', '=', asking.orderToken).executeTakeFirst();
  return row?.snapshot ?? null;
}

export interface IssuedInvoice {
  readonly label: string;
  readonly issuedAt: Date;
  readonly totalMinor: number;
  readonly taxes: Snapshot['taxes'];
  /** By credit notes so far. */
  readonly creditedMinor: number;
}

export async function findInvoice(reader: Reader, orderId: string): Promise<IssuedInvoice | null> {
  const row = await reader
    .selectFrom('order_document')
    .select(['label', 'issued_at as issuedAt', 'snapshot'])
    .select(
      sql<number>`(select coalesce(sum((n.snapshot #>> '{totals,totalMinor}')::int8), 0)::int8 from order_document n
        where n.order_id = ${orderId} and n.kind = 'credit_note')`.as('creditedMinor'),
    )
    .where('kind', '=', 'invoice')
    .where('source_id', '=', orderId)
    .$narrowType<{ issuedAt: Date; snapshot: Snapshot }>()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { label, issuedAt, creditedMinor } = row;
  const { totals, taxes } = row.snapshot;
  return { label, issuedAt, creditedMinor, totalMinor: totals.totalMinor, taxes };
}

/** What the order's documents document already, by kind. */
export async function listDocumented(reader: Reader, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('order_document')
    .select(['kind', 'source_id as sourceId'])
    .where('order_id', '=', orderId)
    .execute();
  return new Set(rows.map(({ kind, sourceId }) => `${kind}:${sourceId}`));
}

/** The last bill of a kind that an order has; null when it has none yet. */
export async function findBill(
  reader: Reader,
  orderId: string,
  kind: 'invoice' | 'credit_note',
): Promise<{ readonly id: string; readonly label: string } | null> {
  const row = await reader
    .selectFrom('order_document')
    .select(['id', 'label'])
    .where('order_id', '=', orderId)
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The packing slips of an order's parcels, oldest first. */
export async function listSlips(reader: Reader, orderId: string): Promise<Snapshot[]> {
  const rows = await reader
    .selectFrom('order_document')
    .select('snapshot')
    .where('order_id', '=', orderId)
    .where('kind', '=', 'packing_slip')
    .orderBy('number')
    .$narrowType<{ snapshot: Snapshot }>()
    .execute();
  return rows.map(({ snapshot }) => snapshot);
}
