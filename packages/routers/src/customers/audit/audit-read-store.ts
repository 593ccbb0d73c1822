import type { Database, Reader } from '@turing/db';
import { type AliasedSelectQueryBuilder, type Expression, type InferResult, type SqlBool, sql } from 'kysely';
import { decodeTimeCursor, pageOf, type TimeCursor } from '../../cursor.ts';
import type { AuditChoices, AuditEntryView, AuditFilter, AuditPage, ListAuditInput } from './schemas.ts';
import { toWordQuery } from './word-query.ts';

const mostChoices = 500;

/** Newest first. @throws CURSOR_INVALID */
export async function listAudit(reader: Reader, input: ListAuditInput): Promise<AuditPage> {
  const { cursor, limit, ...filter } = input;
  const after = cursor === undefined ? null : decodeTimeCursor(cursor);
  return pageOf(await readAudit(reader, filter, { after, limit: limit + 1 }), limit, cursorOf);
}

/** Every entry of a filter, newest first, a page at a time as they are asked for. */
export async function* streamAudit(reader: Reader, filter: AuditFilter): AsyncGenerator<AuditEntryView> {
  const limit = 1000;
  for (let after: TimeCursor | null = null; ;) {
    const rows: AuditEntryView[] = await readAudit(reader, filter, { after, limit });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = cursorOf(last);
  }
}

function cursorOf({ createdAt, id }: AuditEntryView): TimeCursor {
  return { time: createdAt, id };
}

interface Page {
  readonly after: TimeCursor | null;
  readonly limit: number;
}

/** How many of the newest entries are read through for words before the index of words is asked. */
const readThrough = 2000;

/**
 * The planner cannot tell a frequent word from a rare one, and the wrong way costs minutes. A word that is frequent has
 * filled the page within the newest entries; one that has not is rare enough to be looked up.
 */
async function readAudit(reader: Reader, filter: AuditFilter, page: Page): Promise<AuditEntryView[]> {
  const entries = select(reader, filter, page.after);
  if (filter.text === undefined) return toViews(reader, newest(entries, page.limit).as('a'));
  const words = toWordQuery(filter.text);
  if (words === null) return [];
  const matches = sql<SqlBool>`audit_words(a.action, a.entity_type, a.entity_id, a.before, a.after) @@ to_tsquery('simple', ${words})`;
  const near = reader
    .selectFrom(newest(entries, readThrough).as('a'))
    .selectAll('a')
    .where(matches)
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(page.limit);
  const found = await toViews(reader, near.as('a'));
  if (found.length >= page.limit) return found;
  const all = reader
    .with(
      (name) => name('hit').materialized(),
      () => entries.where(matches),
    )
    .selectFrom('hit as a')
    .selectAll('a')
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(page.limit);
  return toViews(reader, all.as('a'));
}

function select(reader: Reader, filter: AuditFilter, after: TimeCursor | null) {
  return reader
    .selectFrom('audit_entry as a')
    .selectAll('a')
    .where((eb) => eb.and(conditions(filter)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(a.created_at, a.id) < (${after?.time}::timestamptz, ${after?.id}::uuid)`),
    );
}

function newest(entries: ReturnType<typeof select>, limit: number) {
  return entries.orderBy('a.created_at', 'desc').orderBy('a.id', 'desc').limit(limit);
}

type EntryRow = InferResult<ReturnType<typeof select>>[number];

async function toViews(
  reader: Reader,
  page: AliasedSelectQueryBuilder<EntryRow, 'a'>,
): Promise<AuditEntryView[]> {
  const rows = await reader
    .selectFrom(page)
    .leftJoin('staff as s', 's.id', 'a.staff_id')
    .leftJoin('api_token as t', 't.id', 'a.token_id')
    .select(['a.id', 'a.created_at as createdAt', 'a.action', 'a.entity_type as entityType'])
    .select(['a.entity_id as entityId', 'a.address', 'a.request_id as requestId', 'a.before', 'a.after'])
    .select(['s.id as staffId', 's.name as staffName', 's.email as staffEmail'])
    .select(['t.id as tokenId', 't.name as tokenName', 't.prefix as tokenPrefix'])
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .$narrowType<{ createdAt: Date; before: AuditEntryView['before']; after: AuditEntryView['after'] }>()
    .execute();
  return rows.map((row) => {
    const { staffId, staffName, staffEmail, tokenId, tokenName, tokenPrefix, ...entry } = row;
    const staff = staffId === null ? null : { id: staffId, name: staffName ?? '', email: staffEmail ?? '' };
    const token = tokenId === null ? null : { id: tokenId, name: tokenName ?? '', prefix: tokenPrefix ?? '' };
    return { ...entry, staff, token };
  });
}

function conditions(filter: AuditFilter): Expression<SqlBool>[] {
  const { staffId, tokenId, action, entityType, entityId, requestId, from, to } = filter;
  const found: (Expression<SqlBool> | null)[] = [
    staffId === undefined ? null : sql<SqlBool>`a.staff_id = ${staffId}::uuid`,
    tokenId === undefined ? null : sql<SqlBool>`a.token_id = ${tokenId}::uuid`,
    action === undefined ? null : sql<SqlBool>`a.action = ${action}`,
    entityType === undefined ? null : sql<SqlBool>`a.entity_type = ${entityType}`,
    entityId === undefined ? null : sql<SqlBool>`a.entity_id = ${entityId}`,
    requestId === undefined ? null : sql<SqlBool>`a.request_id = ${requestId}`,
    from === undefined ? null : sql<SqlBool>`a.created_at >= ${from}::timestamptz`,
    to === undefined ? null : sql<SqlBool>`a.created_at < ${to}::timestamptz`,
  ];
  return found.filter((each) => each !== null);
}

/** Names of what is in the audit, found by hopping over the index from one to the next. */
export async function listChoices(db: Database): Promise<AuditChoices> {
  const [people, actions, entityTypes] = await Promise.all([
    db.reader.selectFrom('staff').select(['id', 'name']).orderBy('name').limit(mostChoices).execute(),
    distinctOf(db, 'action'),
    distinctOf(db, 'entity_type'),
  ]);
  return { people, actions, entityTypes };
}

async function distinctOf({ reader }: Database, column: 'action' | 'entity_type'): Promise<string[]> {
  const name = sql.ref(column);
  const { rows } = await sql<{ value: string }>`
    with recursive hop as (
      (select ${name} as value from audit_entry order by ${name} limit 1)
      union all
      select (select ${name} from audit_entry where ${name} > hop.value order by ${name} limit 1)
      from hop where hop.value is not null
    )
    select value from hop where value is not null limit ${mostChoices}`.execute(reader);
  return rows.map(({ value }) => value);
}
