import type { Reader, Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { AddressInput } from '../../schemas.ts';
import type { DraftContent, DraftPage, ListDraftsInput } from './schemas.ts';

export interface Draft extends DraftContent {
  readonly id: string;
  readonly token: string;
  readonly orderId: string | null;
  readonly orderToken: string | null;
  readonly orderNumber: number | null;
  readonly customerName: string | null;
  readonly message: string | null;
  readonly version: number;
  readonly reservedUntil: Date | null;
  readonly sentAt: Date | null;
  readonly linkExpiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type DraftKey = { readonly id: string } | { readonly token: string };

/** @throws DRAFT_NOT_FOUND */
export async function getDraft(reader: Reader, by: DraftKey): Promise<Draft> {
  const [column, value] = 'id' in by ? (['d.id', by.id] as const) : (['d.token', by.token] as const);
  const row = await reader
    .selectFrom('draft_order as d')
    .leftJoin('order as o', 'o.id', 'd.order_id')
    .leftJoin('customer as c', 'c.id', 'd.customer_id')
    .select([
      'd.id',
      'd.token',
      'd.order_id as orderId',
      'o.token as orderToken',
      'o.number as orderNumber',
      'd.customer_id as customerId',
      'c.name as customerName',
      'd.email',
      'd.currency',
      'd.shipping_address as address',
      'd.shipping_method as shippingMethod',
      'd.shipping_minor as shippingMinor',
      'd.discount_minor as discountMinor',
      'd.note',
      'd.message',
      'd.version',
      'd.reserved_until as reservedUntil',
      'd.sent_at as sentAt',
      'd.link_expires_at as linkExpiresAt',
      'd.created_at as createdAt',
      'd.updated_at as updatedAt',
    ])
    .where(column, '=', value)
    .$narrowType<{
      currency: Currency;
      address: AddressInput | null;
      reservedUntil: Date | null;
      sentAt: Date | null;
      linkExpiresAt: Date | null;
      createdAt: Date;
      updatedAt: Date;
    }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('DRAFT_NOT_FOUND');
  const lines = await reader
    .selectFrom('draft_order_line')
    .select(['variant_id as variantId', 'quantity', 'unit_price_minor as unitPriceMinor'])
    .where('draft_id', '=', row.id)
    .orderBy('position')
    .execute();
  return { ...row, lines };
}

/** The same, locked: of all who place it one is first. @throws DRAFT_NOT_FOUND */
export async function lockDraft(tx: Transaction, by: DraftKey): Promise<Draft> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token', by.token] as const);
  await tx.selectFrom('draft_order').select('id').where(column, '=', value).forUpdate().execute();
  return getDraft(tx, by);
}

function rowOf(content: DraftContent) {
  return {
    customer_id: content.customerId,
    email: content.email,
    currency: content.currency,
    shipping_address: content.address === null ? null : JSON.stringify(content.address),
    shipping_method: content.shippingMethod,
    shipping_minor: content.shippingMinor,
    discount_minor: content.discountMinor,
    note: content.note,
  };
}

async function writeLines(tx: Transaction, draftId: string, lines: DraftContent['lines']): Promise<void> {
  await tx.deleteFrom('draft_order_line').where('draft_id', '=', draftId).execute();
  if (lines.length === 0) return;
  const rows = lines.map((line, index) => ({
    draft_id: draftId,
    position: index + 1,
    variant_id: line.variantId,
    quantity: line.quantity,
    unit_price_minor: line.unitPriceMinor,
  }));
  await tx.insertInto('draft_order_line').values(rows).execute();
}

export async function insertDraft(
  tx: Transaction,
  draft: {
    readonly content: DraftContent;
    readonly token: string;
    readonly staffId: string;
    readonly now: Date;
  },
): Promise<string> {
  const { content, token, staffId, now } = draft;
  const { id } = await tx
    .insertInto('draft_order')
    .values({ ...rowOf(content), token, staff_id: staffId, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeLines(tx, id, content.lines);
  return id;
}

export async function rewriteDraft(tx: Transaction, id: string, content: DraftContent): Promise<void> {
  await tx.updateTable('draft_order').set(rowOf(content)).where('id', '=', id).execute();
  await writeLines(tx, id, content.lines);
}

export interface DraftChange {
  readonly order_id?: string;
  readonly reserved_until?: Date | null;
  readonly sent_at?: Date;
  readonly link_expires_at?: Date;
  readonly message?: string | null;
}

/** Changes a locked draft and counts its version up. */
export async function touchDraft(
  tx: Transaction,
  draft: Draft,
  { now, ...change }: DraftChange & { readonly now: Date },
): Promise<number> {
  const version = draft.version + 1;
  await tx
    .updateTable('draft_order')
    .set({ ...change, version, updated_at: now })
    .where('id', '=', draft.id)
    .execute();
  return version;
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('draft_order').where('id', '=', id).execute();
}

type Row = DraftPage['items'][number];

/** Drafts, the latest change first. @throws CURSOR_INVALID */
export async function listDrafts(reader: Reader, input: ListDraftsInput): Promise<DraftPage> {
  const wanted = [sql`true`];
  if (input.status === 'ordered') wanted.push(sql`d.order_id is not null`);
  if (input.status === 'sent') wanted.push(sql`d.order_id is null and d.sent_at is not null`);
  if (input.status === 'open') wanted.push(sql`d.order_id is null and d.sent_at is null`);
  if (input.cursor !== undefined) {
    const { time, id } = decodeTimeCursor(input.cursor);
    wanted.push(sql`(d.updated_at, d.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<Row>`
    select d.id, case when d.order_id is not null then 'ordered' when d.sent_at is not null then 'sent' else 'open' end as status,
      d.email, coalesce(d.shipping_address ->> 'name', c.name) as name, d.currency, d.order_id as "orderId", o.number as "orderNumber",
      d.sent_at as "sentAt", d.reserved_until as "reservedUntil", d.updated_at as "updatedAt",
      (select coalesce(sum(l.quantity), 0)::int from draft_order_line l where l.draft_id = d.id) as "itemCount"
    from draft_order d left join "order" o on o.id = d.order_id left join customer c on c.id = d.customer_id
    where ${sql.join(wanted, sql` and `)}
    order by d.updated_at desc, d.id desc limit ${input.limit + 1}`.execute(reader);
  return pageOf(rows, input.limit, ({ updatedAt, id }) => ({ time: updatedAt, id }));
}
