import type { Database, Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type {
  ListPriceListsInput,
  PriceList,
  PriceListPage,
  PriceListRow,
  PriceListTerms,
} from './schemas.ts';

/** Counting further than this says nothing more. */
const mostCounted = sql.raw('10000');

function stateAt(at: Date): RawBuilder<unknown> {
  return sql`case when not l.active then 'draft' when l.ends_at <= ${at} then 'ended'
    when l.starts_at > ${at} then 'scheduled' else 'live' end`;
}

function summaryColumns(at: Date): RawBuilder<unknown> {
  return sql`l.id, l.name, l.kind, ${stateAt(at)} as state, l.priority,
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as "group",
    l.starts_at as "startsAt", l.ends_at as "endsAt"`;
}

function rowColumns(at: Date): RawBuilder<unknown> {
  return sql`${summaryColumns(at)}, l.version, l.created_at as "createdAt", l.updated_at as "updatedAt"`;
}

/** Price lists, newest first. @throws CURSOR_INVALID */
export async function listPriceLists(
  db: Database,
  input: ListPriceListsInput,
  at: Date,
): Promise<PriceListPage> {
  const conditions = [sql`true`];
  if (input.query) conditions.push(sql`strpos(lower(l.name), lower(${input.query})) > 0`);
  if (input.state) conditions.push(sql`${stateAt(at)} = ${input.state}`);
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    conditions.push(sql`(l.created_at, l.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<PriceListRow>`
    select ${rowColumns(at)}, (
      select count(*)::int from (select from price_list_price p where p.price_list_id = l.id limit ${mostCounted}) counted
    ) as "priceCount"
    from price_list l left join customer_group g on g.id = l.group_id
    where ${sql.join(conditions, sql` and `)}
    order by l.created_at desc, l.id desc limit ${input.limit + 1}`.execute(db.reader);
  return pageOf(rows, input.limit, (row) => ({ time: row.createdAt, id: row.id }));
}

export async function findPriceList(reader: Reader, id: string, at: Date): Promise<PriceListRow | null> {
  const { rows } = await sql<PriceListRow>`
    select ${rowColumns(at)}, (select count(*)::int from price_list_price p where p.price_list_id = l.id) as "priceCount"
    from price_list l left join customer_group g on g.id = l.group_id where l.id = ${id}::uuid`.execute(
    reader,
  );
  return rows[0] ?? null;
}

/** Active lists that may be live at a time when this one may be and price something it prices, at most 20. */
export async function listOverlaps(
  reader: Reader,
  list: Pick<PriceListRow, 'id' | 'startsAt' | 'endsAt'>,
  at: Date,
): Promise<PriceList['overlaps']> {
  const { rows } = await sql<PriceList['overlaps'][number]>`
    select ${summaryColumns(at)}, shared.count as "priceCount"
    from price_list l left join customer_group g on g.id = l.group_id
    cross join lateral (
      select count(*)::int as count from (
        select from price_list_price mine join price_list_price theirs
          on theirs.variant_id = mine.variant_id and theirs.currency = mine.currency and theirs.price_list_id = l.id
        where mine.price_list_id = ${list.id}::uuid limit ${mostCounted}
      ) counted
    ) shared
    where l.id <> ${list.id}::uuid and l.active and shared.count > 0
      and (l.ends_at is null or l.ends_at > greatest(${list.startsAt}::timestamptz, ${at}::timestamptz))
      and (l.starts_at is null or ${list.endsAt}::timestamptz is null or l.starts_at < ${list.endsAt}::timestamptz)
    order by l.kind, l.priority desc, l.name limit 20`.execute(reader);
  return rows;
}

export interface LockedPriceList extends PriceListTerms {
  readonly id: string;
  readonly active: boolean;
  readonly refreshedAt: Date;
  readonly version: number;
}

/** @throws PRICE_LIST_NOT_FOUND */
export async function lockPriceList(tx: Transaction, id: string): Promise<LockedPriceList> {
  const list = await tx
    .selectFrom('price_list')
    .select(['id', 'name', 'kind', 'active', 'priority', 'version'])
    .select([
      'group_id as groupId',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'refreshed_at as refreshedAt',
    ])
    .where('id', '=', id)
    .forUpdate()
    .$narrowType<{ startsAt: Date | null; endsAt: Date | null; refreshedAt: Date }>()
    .executeTakeFirst();
  if (list === undefined) throw new ShopError('PRICE_LIST_NOT_FOUND', { id });
  return list;
}

function columnsOf({ groupId, startsAt, endsAt, name, kind, priority }: PriceListTerms) {
  return { name, kind, priority, group_id: groupId, starts_at: startsAt, ends_at: endsAt };
}

export async function insertPriceList(tx: Transaction, terms: PriceListTerms): Promise<string> {
  const row = tx.insertInto('price_list').values(columnsOf(terms)).returning('id');
  return (await row.executeTakeFirstOrThrow()).id;
}

/** Its ranges are refreshed by trigger when what it says now changes. */
export async function updatePriceList(
  tx: Transaction,
  { id, version }: LockedPriceList,
  change: { readonly terms?: PriceListTerms; readonly active?: boolean; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('price_list')
    .set({ version: version + 1, updated_at: change.now })
    .$if(change.terms !== undefined, (update) => update.set(columnsOf(change.terms as PriceListTerms)))
    .$if(change.active !== undefined, (update) => update.set({ active: change.active as boolean }))
    .where('id', '=', id)
    .execute();
}

/** The prices first: while the list is there, the trigger sees that it is not active and has nothing to do. */
export async function deletePriceList(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('price_list_price').where('price_list_id', '=', id).execute();
  await tx.deleteFrom('price_list').where('id', '=', id).execute();
}

/** Whether the group exists, held so that it stays. */
export async function lockGroup(tx: Transaction, id: string): Promise<boolean> {
  const group = tx.selectFrom('customer_group').select('id').where('id', '=', id).forKeyShare();
  return (await group.executeTakeFirst()) !== undefined;
}
