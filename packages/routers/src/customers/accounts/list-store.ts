import type { Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { AccountPage, AccountRow, CustomerTags, ListAccountsInput } from './schemas.ts';

const paid = sql`o.status in ('confirmed', 'shipped', 'delivered')`;

/** What lists and pages show of a customer; `c` is the customer. */
export const accountColumns = sql`
  c.id, c.name, c.email, c.email_verified as "emailVerified", c.tags, c.created_at as "createdAt",
  (select count(*)::int from "order" o where o.customer_id = c.id and ${paid}) as "orderCount",
  (select coalesce(json_agg(json_build_object('currency', s.currency, 'totalMinor', s.total) order by s.total desc), '[]')
   from (select o.currency, sum(o.total_minor)::int8 as total from "order" o
         where o.customer_id = c.id and ${paid} group by o.currency) s) as spent,
  (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name), '[]')
   from customer_group_member m join customer_group g on g.id = m.group_id where m.customer_id = c.id) as groups`;

type Sort = ListAccountsInput['sort'];

interface Order {
  readonly key: (row: AccountRow) => string;
  readonly by: RawBuilder<unknown>;
  readonly after: (key: string, id: string) => RawBuilder<boolean>;
}

const orders: Readonly<Record<Sort, Order>> = {
  // The first condition is the index's, the second settles equal moments.
  newest: {
    key: (row) => row.createdAt.toISOString(),
    by: sql`c.created_at desc, c.id`,
    after: (key, id) =>
      sql`c.created_at <= ${key}::timestamptz and (c.created_at < ${key}::timestamptz or c.id > ${id}::uuid)`,
  },
  oldest: {
    key: (row) => row.createdAt.toISOString(),
    by: sql`c.created_at, c.id desc`,
    after: (key, id) =>
      sql`c.created_at >= ${key}::timestamptz and (c.created_at > ${key}::timestamptz or c.id < ${id}::uuid)`,
  },
  name: {
    key: (row) => row.name.toLowerCase(),
    by: sql`lower(c.name), c.id`,
    after: (key, id) => sql`(lower(c.name), c.id) > (${key}, ${id}::uuid)`,
  },
};

const cursorShape = z.tuple([z.enum(['newest', 'oldest', 'name']), z.string(), z.uuid()]);

function decode(cursor: string, sort: Sort): { readonly key: string; readonly id: string } {
  try {
    const [made, key, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (made !== sort || (sort !== 'name' && Number.isNaN(Date.parse(key))))
      throw new Error('of another list');
    return { key, id };
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
}

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function conditions(input: ListAccountsInput): RawBuilder<unknown> {
  const { query, tag, groupId, cursor, sort } = input;
  const found = [sql`true`];
  if (query) found.push(sql`lower(c.name) || ' ' || c.email like ${containing(query)}`);
  if (tag) found.push(sql`c.tags @> array[${tag}]::text[]`);
  if (groupId) {
    found.push(
      sql`exists (select from customer_group_member m where m.customer_id = c.id and m.group_id = ${groupId})`,
    );
  }
  if (cursor) {
    const { key, id } = decode(cursor, sort);
    found.push(orders[sort].after(key, id));
  }
  return sql.join(found, sql` and `);
}

/** Customers for staff, a page at a time: the page is cut before anything is counted. @throws CURSOR_INVALID */
export async function listAccounts(reader: Reader, input: ListAccountsInput): Promise<AccountPage> {
  const { by, key } = orders[input.sort];
  const { rows } = await sql<AccountRow>`
    select ${accountColumns}
    from (select c.* from customer c where ${conditions(input)} order by ${by} limit ${input.limit + 1}) c
    order by ${by}`.execute(reader);
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return {
    items,
    nextCursor: more
      ? Buffer.from(JSON.stringify([input.sort, key(last), last.id])).toString('base64url')
      : null,
  };
}

/** Every tag in use, the most used first, at most 200. */
export async function listTags(reader: Reader): Promise<CustomerTags> {
  const { rows } = await sql<CustomerTags[number]>`
    select tag, count(*)::int as count from customer c, unnest(c.tags) as tag
    where c.tags <> '{}' group by tag order by count(*) desc, tag limit 200`.execute(reader);
  return rows;
}
